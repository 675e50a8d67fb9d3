/** Lists in Chinese sentences. */

/** Maximum number of names in a list. */
const NAMES = 12;

/** Names with a mark between; of many the first twelve and the number of all. */
export function listed(names: readonly string[], mark = '、'): string {
  const list = names.slice(0, NAMES).join(mark);
  return names.length > NAMES ? `${list}等${names.length}个` : list;
}

/** Names in quotation marks, as columns in sentences about files. */
export function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `"${name}"`));
}
