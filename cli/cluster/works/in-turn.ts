/** Loads several items at a time, as each waits for the disk, and gives them in their order. */

/** Items that are loaded at a time. */
const AT_A_TIME = 8;

/** What `load` returns for each item, in the order of the items. A failure is thrown when its turn comes. */
export async function* inTurn<Item, Loaded>(
  items: Iterable<Item>,
  load: (item: Item) => Promise<Loaded>,
): AsyncGenerator<Loaded> {
  const loads: Promise<Loaded>[] = [];
  for (const item of items) {
    const one = load(item);
    one.catch(() => undefined); // its turn has not come
    loads.push(one);
    if (loads.length >= AT_A_TIME) yield await loads.shift()!;
  }
  for (const one of loads) yield await one;
}
