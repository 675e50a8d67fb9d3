/**
 * A compiled module in its published form: with a section that names its build, and as text inside the JavaScript. The
 * text has one printable character for each of the 87 most frequent bytes and two for the others, each list in the
 * order of the bytes. Compressed by Brotli it has 102 % of the module's size; base64 would have 125 %, because it
 * shifts the bytes.
 */

/** Printable characters, without those that an inline script or a string must escape. */
const alphabet = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((character) => !'\'"`\\$<'.includes(character))
  .join('');

/** The last characters of the alphabet announce a second character. */
const PREFIXES = 2;

/** Bytes (a Buffer) as `{ length, frequent, text }`, which `bindings/core/engine/instances/module-text.ts` decodes. */
export function textOf(wasm) {
  const counts = new Array(256).fill(0);
  for (const byte of wasm) counts[byte]++;
  const single = alphabet.length - PREFIXES;
  const all = [...counts.keys()];
  const frequent = new Set(all.toSorted((a, b) => counts[b] - counts[a] || a - b).slice(0, single));
  const codes = [];
  [true, false]
    .flatMap((are) => all.filter((byte) => frequent.has(byte) === are))
    .forEach((byte, rank) => {
      const prefix = rank < single ? '' : alphabet[single + Math.floor(rank / single) - 1];
      codes[byte] = prefix + alphabet[rank % single];
    });
  return {
    length: wasm.length,
    frequent: Array.from({ length: 64 }, (_, i) => digitOf(i, frequent)).join(''),
    text: Array.from(wasm, (byte) => codes[byte]).join(''),
  };
}

/** A hexadecimal digit with a bit for each of four bytes, set if the byte is in a set. */
function digitOf(i, set) {
  return [0, 1, 2, 3]
    .reduce((sum, bit) => sum + (set.has(4 * i + bit) ? 1 << bit : 0), 0)
    .toString(16);
}

/** Bytes that must agree after a change, so that it ends where the modules are the same again. */
const AGREE = 8;

/**
 * What makes a module of another that differs in few instructions: for each change the bytes that stay before it, those
 * that go, and those that come, in hexadecimal digits. `bindings/core/engine/instances/module-text.ts` makes the module.
 */
export function changesOf(from, to) {
  const changes = [];
  let [i, j, same] = [0, 0, 0];
  while (i < from.length || j < to.length) {
    if (from[i] === to[j]) {
      [i, j, same] = [i + 1, j + 1, same + 1];
      continue;
    }
    const [gone, come] = nextAgreement(from, i, to, j);
    changes.push(`${same},${gone},${to.subarray(j, j + come).toString('hex')}`);
    [i, j, same] = [i + gone, j + come, 0];
  }
  return changes.join(' ');
}

/** The fewest bytes to leave out of each module until they agree. */
function nextAgreement(from, i, to, j) {
  const agree = (gone, come) => {
    for (let n = 0; n < AGREE; n++) if (from[i + gone + n] !== to[j + come + n]) return false;
    return true;
  };
  for (let both = 1; ; both++)
    for (let come = 0; come <= both; come++)
      if (agree(both - come, come)) return [both - come, come];
}

/** Appends a custom section `wasmetrics` whose content is JSON. */
export function stamped(wasm, facts) {
  const [name, content] = [Buffer.from('wasmetrics'), Buffer.from(JSON.stringify(facts))];
  const body = Buffer.concat([Buffer.from([name.length]), name, content]);
  return Buffer.concat([wasm, Buffer.from([0]), unsigned(body.length), body]);
}

/** A number in LEB128. */
function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
}
