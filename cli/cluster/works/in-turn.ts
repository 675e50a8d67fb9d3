/** Loads several items at a time, because loading waits for the disk, and returns them in order. */

/** Maximum items that load at a time. */
const MOST_LOADS = 8;

/**
 * What `load` returns for each item, in the order of the items. An item that failed to load throws when its turn comes.
 */
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
