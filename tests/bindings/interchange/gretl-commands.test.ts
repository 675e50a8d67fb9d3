/** Export: models of the golden cases that gretl estimated, as the commands that gretl was given. */
import { describe, expect, it, test } from 'vitest';
import { exportModel } from '../../../bindings/interchange/index.js';
import { cases } from './cases.js';

const ofGretl = cases.filter(({ software }) => software.startsWith('gretl'));

/** Cases that export differently or not at all, and why. */
const otherwise: Readonly<Record<string, string>> = {
  'abdata/a1-onestep.json': 'dummies of the periods are columns',
  'abdata/a2-twostep-unc.json': 'dummies of the periods are columns',
  'abdata/a2-twostep-wc.json': 'dummies of the periods are columns',
  'abdata/b-twostep-wc.json': 'dummies of the periods are columns',
  'abdata/b-twostep-wc-time-effects.json': 'instruments are those that gretl adds by itself',
  'abdata/bb98-dif-twostep.json': 'dummies of the periods are columns',
  'abdata/bb98-sys-h2-twostep.json': 'dummies instrument the level equation, as columns',
  'abdata/sys-collapse-td-wc.json': 'dummies instrument the level equation, as columns',
};

/** The order, lists and options of a `dpanel` command with its lists written out; the order of specifications is free. */
function partsOf(script: string): string[][] {
  const lists = new Map<string, string>();
  for (const [, name, members] of script.matchAll(/list (\w+) = ([^;]+);/g)) {
    lists.set(name!, members!.trim());
  }
  const written = /dpanel [^\n]*/
    .exec(script)![0]
    .replace(/(GMM\w*)\((\w+),(\d+,\d+)\)/g, (_, call: string, name: string, lags: string) =>
      members(lists, name)
        .map((one) => `${call}(${one},${lags})`)
        .join(' '),
    );
  return written.split(';').map((part) =>
    part
      .trim()
      .split(/\s+/)
      .flatMap((word) => members(lists, word))
      .sort(),
  );
}

const members = (lists: ReadonlyMap<string, string>, word: string) =>
  lists.get(word)?.split(/\s+/) ?? [word];

describe('commands of gretl', () => {
  it('are those of 46 golden cases, 38 of them in the words of export', () => {
    expect(ofGretl).toHaveLength(46);
    expect(ofGretl.filter(({ name }) => !(name in otherwise))).toHaveLength(38);
  });

  test.each(ofGretl.filter(({ name }) => !(name in otherwise)))(
    '$name is exported as $command',
    ({ command, model }) => {
      expect(partsOf(exportModel({ ...model, data: 'data.csv' }, 'gretl'))).toEqual(
        partsOf(command),
      );
    },
  );
});
