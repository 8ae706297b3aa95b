// Validates files with the c2pa-rs engine. Reads lines "<root.pem>\t<media type>\t<path>", or
// "<root.pem>\t<media type>\t<start of a movie>\t<fragment>", from standard input and writes one JSON object per line:
// path, state, codes.
// Usage: node validate.mjs <folder with node_modules>
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
const engine = `${folder}/node_modules/@contentauth/c2pa-wasm/pkg`;
const { initSync, WasmReader } = await import(pathToFileURL(`${engine}/c2pa.js`));
initSync({ module: readFileSync(`${engine}/c2pa_bg.wasm`) });

const settingsFor = (root) => JSON.stringify({
  trust: { trust_anchors: readFileSync(root, 'utf8') },
  verify: { verify_trust: true, verify_timestamp_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
});

const codes = (results, kind) => (results?.activeManifest?.[kind] ?? []).map((status) => status.code);

// The engine reads fragments as browsers give them: blobs, read at once.
class BytesBlob extends Blob {
  constructor(bytes) {
    super([bytes]);
    this.bytes = bytes;
  }

  slice(from, to) {
    return new BytesBlob(this.bytes.slice(from, to));
  }
}
globalThis.FileReaderSync = class {
  readAsArrayBuffer(blob) {
    return Uint8Array.from(blob.bytes).buffer;
  }
};
const blob = (path) => new BytesBlob(new Uint8Array(readFileSync(path)));

async function validate(root, type, path, fragment) {
  try {
    const settings = settingsFor(root);
    const reader = fragment
      ? await WasmReader.fromBlobFragment(type, blob(path), blob(fragment), settings)
      : await WasmReader.fromBytes(type, readFileSync(path), settings);
    const store = JSON.parse(reader.json());
    const results = store.validation_results;
    return {
      path,
      state: store.validation_state,
      success: codes(results, 'success'),
      informational: codes(results, 'informational'),
      failure: codes(results, 'failure'),
      ingredientDeltas: results?.ingredientDeltas ?? [],
      manifest: store.manifests?.[store.active_manifest],
    };
  } catch (error) {
    return { path, state: 'Unreadable', error: String(error?.message ?? error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [root, type, path, fragment] = line.split('\t');
  console.log(JSON.stringify(await validate(root, type, path, fragment)));
}
