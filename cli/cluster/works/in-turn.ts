/** Loads several items at a time, as each waits for the disk, and gives them in their order. */

/** Items that are loaded at a time. */
const MOST_LOADS = 8;

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
    if (loads.length >= MOST_LOADS) yield await loads.shift()!;
  }
  for (const one of loads) yield await one;
}
