// One key, one act: whatever on the page carries data-key is pressed by that key.
const VEILS = "assay-veils";
const SECOND = 1_000;
const media = document.querySelectorAll("[data-media]");

const typing = (target) => target.closest?.("input, textarea, select, dialog[open]");

const press = (control) => {
  const dialog = control.dataset.opens && document.getElementById(control.dataset.opens);
  if (dialog) {
    dialog.showModal();
  } else {
    control.click();
  }
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) {
    return;
  }
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (control) {
    event.preventDefault();
    press(control);
  }
});

for (const control of document.querySelectorAll("[data-opens]")) {
  control.addEventListener("click", () => document.getElementById(control.dataset.opens).showModal());
}

const lifted = new Set(JSON.parse(sessionStorage.getItem(VEILS) ?? "[]"));
const veil = (button) => {
  const name = button.dataset.veil;
  const on = !lifted.has(name);
  button.setAttribute("aria-pressed", String(on));
  for (const one of media) {
    if (name !== "mute") {
      one.classList.toggle(name, on);
    } else if (one instanceof HTMLMediaElement) {
      one.muted = on;
    }
  }
};

for (const button of document.querySelectorAll("[data-veil]")) {
  veil(button);
  button.addEventListener("click", () => {
    const name = button.dataset.veil;
    lifted.has(name) ? lifted.delete(name) : lifted.add(name);
    sessionStorage.setItem(VEILS, JSON.stringify([...lifted]));
    veil(button);
  });
}

// The moment of a sound that was flagged, a little before it.
const jumps = [...document.querySelectorAll("[data-jump]")];
for (const control of jumps) {
  control.addEventListener("click", () => {
    const sound = control.closest("figure").querySelector("audio");
    sound.currentTime = Math.max(0, control.dataset.jump / SECOND - 0.5);
    sound.play();
  });
}

const undo = document.querySelector("[data-undo]");
if (undo) {
  setTimeout(() => undo.remove(), undo.dataset.undo * SECOND);
}
