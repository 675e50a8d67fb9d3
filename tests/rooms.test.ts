import { expect, test } from 'vitest';
import { circlesOfRooms } from '../scripts/rooms.js';

test('sub-folders that import one way are no circle', () => {
  expect(
    circlesOfRooms([
      ['a/top/x.ts', 'a/middle/x.ts'],
      ['a/top/x.ts', 'a/bottom/x.ts'],
      ['a/middle/x.ts', 'a/bottom/x.ts'],
      ['a/middle/x.ts', 'a/middle/y.ts'],
      ['a/bottom/x.ts', 'a/file.ts'],
      ['a/file.ts', 'a/top/x.ts'],
      ['a/bottom/x.ts', 'b/x.ts'],
    ]),
  ).toEqual([]);
});

test('two sub-folders that import each other are a circle with its imports', () => {
  expect(
    circlesOfRooms([
      ['a/b/left/x.ts', 'a/b/right/x.ts'],
      ['a/b/right/deep/y.ts', 'a/b/left/z.ts'],
    ]),
  ).toEqual([
    'sub-folders of a/b import in a circle: left -> right -> left: a/b/left/x.ts -> a/b/right/x.ts, a/b/right/deep/y.ts -> a/b/left/z.ts',
  ]);
});

test('a circle through three sub-folders is found where no two import each other', () => {
  const lines = circlesOfRooms([
    ['a/start/x.ts', 'a/one/x.ts'],
    ['a/one/x.ts', 'a/two/x.ts'],
    ['a/two/y.ts', 'a/three/x.ts'],
    ['a/three/y.ts', 'a/one/y.ts'],
  ]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('one -> two -> three -> one');
});
