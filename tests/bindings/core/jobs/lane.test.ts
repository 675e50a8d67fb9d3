/** The order in which runs that share a thread use it. */
import { describe, expect, test } from 'vitest';
import { type Lane, openLane } from '../../../../bindings/core/jobs/workers/lane.js';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The owners of the chunks in the order of a thread that computes one at a time, each owner asking again at once. */
async function orderOf(lane: Lane, owners: readonly string[], chunks: number, brief: boolean) {
  const order: string[] = [];
  const inThread: (() => void)[] = [];
  const keys = owners.map((name) => ({ name }));
  const ask = (owner: { readonly name: string }) =>
    void lane.place(owner, brief).then((leave) => {
      order.push(owner.name);
      inThread.push(leave);
      ask(owner);
    });
  keys.forEach(ask);
  let most = 0;
  for (let i = 0; i < chunks; i++) {
    await settle();
    most = Math.max(most, inThread.length);
    inThread.shift()!();
  }
  return { order: order.slice(0, chunks).join(''), most };
}

describe('a thread that runs share', () => {
  test('serves them in turn, with one brief chunk waiting in it', async () => {
    expect(await orderOf(openLane(), ['a', 'b', 'c'], 9, true)).toEqual({
      order: 'abcabcabc',
      most: 2,
    });
  });

  test('has no chunk waiting behind a long one', async () => {
    expect(await orderOf(openLane(), ['a', 'b'], 6, false)).toEqual({ order: 'ababab', most: 1 });
  });

  test('forgets the places of a run that ended, and gives its place to the next', async () => {
    const lane = openLane();
    const [one, two, three] = [{}, {}, {}];
    const leave = await lane.place(one, false);
    const served: string[] = [];
    void lane.place(two, false).then(() => served.push('two'));
    void lane.place(three, false).then(() => served.push('three'));
    lane.forget(two);
    leave();
    leave(); // a place is given back once
    await settle();
    expect(served).toEqual(['three']);
  });

  test('lets all through when it has ended', async () => {
    const lane = openLane();
    await lane.place({}, false);
    const waiting = [lane.place({}, false), lane.place({}, true)];
    lane.end();
    await expect(Promise.all(waiting)).resolves.toHaveLength(2);
  });
});
