/* Does a little work before a form is sent, so that flooding a door costs more than knocking. */
const encoder = new TextEncoder();

async function zeroBits(text) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
  let zeros = 0;
  for (const part of hash) {
    const leading = Math.clz32(part) - 24;
    zeros += leading;
    if (leading < 8) break;
  }
  return zeros;
}

async function work(form) {
  const { challenge, bits } = form.dataset;
  for (let nonce = 0; ; nonce++) {
    if ((await zeroBits(`${challenge}:${nonce}`)) >= Number(bits)) {
      form.elements.nonce.value = String(nonce);
      form.dataset.ready = "";
      return;
    }
  }
}

for (const form of document.querySelectorAll("form[data-effort]")) {
  if (window.crypto?.subtle) work(form);
}
