/* Keys for people who work all day: j and k move through a register, letters press or focus. */
const typing = (target) => target.closest("input:not([type=radio]), textarea, select") !== null;
const rows = () => [...document.querySelectorAll("[data-keys] tbody tr a")];

function move(step) {
  const links = rows();
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + step))].focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "j" || event.key === "k") {
    move(event.key === "j" ? 1 : -1);
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (target === null) return;
  event.preventDefault();
  if (target.matches("textarea")) target.focus();
  else target.click();
});
