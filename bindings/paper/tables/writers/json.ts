/**
 * A result as JSON, indented by two spaces. Numbers have the shortest digits that read back as the same double; a number
 * that is not finite, which JSON cannot hold, is `null`. Typed arrays are lists.
 */
export function writeJson(result: object): string {
  return JSON.stringify(result, (_, value: unknown) => plain(value), 2);
}

function plain(value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}
