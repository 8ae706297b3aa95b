/* Says at once what a door would refuse after a long upload: too many files, or too large ones. */
function judge(field) {
  const { limit, count, tooLarge, tooMany } = field.dataset;
  const files = [...field.files];
  const large = files.some((file) => file.size > Number(limit));
  field.setCustomValidity(large ? tooLarge : files.length > Number(count) ? tooMany : "");
  if (files.length > 0) field.reportValidity();
}

for (const field of document.querySelectorAll("input[type=file][data-limit]")) {
  field.addEventListener("change", () => judge(field));
}
