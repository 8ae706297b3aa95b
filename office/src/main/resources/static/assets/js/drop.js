// Lets a file be dropped anywhere on the form; the form works the same without this.
const form = document.querySelector("form.drop");
const input = form?.querySelector("input[type=file]");

if (form && input) {
  form.classList.add("ready");
  const limit = Number(form.dataset.limit);
  const tooLarge = form.querySelector("[data-too-large]");
  const send = () => {
    const [file] = input.files;
    const fits = file && file.size <= limit;
    tooLarge.hidden = !file || fits;
    if (fits) {
      form.classList.add("sending");
      form.requestSubmit();
    }
  };
  const over = (state) => form.classList.toggle("over", state);

  input.addEventListener("change", send);
  addEventListener("pageshow", () => form.classList.remove("sending"));
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      over(true);
    });
  }
  document.addEventListener("dragleave", (event) => over(Boolean(event.relatedTarget)));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      send();
    }
  });
}
