/** An empty WebAssembly module, with a section `wasmetrics` that holds JSON if facts are given. */
export function encodeModule(facts?: object): Uint8Array<ArrayBuffer> {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  if (facts === undefined) return Uint8Array.from(header);
  const encoder = new TextEncoder();
  const [name, content] = [encoder.encode('wasmetrics'), encoder.encode(JSON.stringify(facts))];
  const length = 1 + name.length + content.length;
  if (length > 127) throw new RangeError('facts: expected at most 116 bytes');
  return Uint8Array.from([...header, 0, length, name.length, ...name, ...content]);
}
