/** Each sentence of errors and expectations is whole in Chinese, with every kind of detail that its type allows. */
import { describe, expect, test } from 'vitest';
import { detailIn } from '../../bindings/words/told.js';
import { errors } from '../../bindings/words/zh/errors/index.js';
import { help } from '../../bindings/words/zh/help/index.js';
import { expectations } from '../../bindings/words/zh/expectations/index.js';
import { type Sampled, sampledSentences } from './sample-details.js';

const sentences: Readonly<Record<string, (detail: never) => string>> = {
  ...errors,
  ...help.errors,
  ...expectations,
};
const sampled = sampledSentences();

/** What each sentence says with its details, where a pattern finds a fault. */
function faults(found: (text: string) => boolean, others: readonly string[] = []): string[] {
  return sampled
    .filter(({ id }) => !others.includes(id))
    .flatMap(({ id, details }: Sampled) => {
      const said = details.map((detail) =>
        sentences[id]!(
          detail === undefined ? (undefined as never) : (detailIn(sentences, detail) as never),
        ),
      );
      return said.filter(found).map((text) => `${id}: ${text}`);
    });
}

/** Names and values that are no sentences, or quote one. */
// prettier-ignore
const plain = [
  'store-failed/file', 'worker/several', 'file-fault/package', 'subject', 'unexpressed/hc4',
  'exactly', 'kind-of-result', 'json', 'sha256', 'float-array', 'keys-of', 'shape-of',
  'estimation-module', 'abort-signal', 'map', 'all-of', 'words', 'either-of',
];

describe('sentences in Chinese', () => {
  test('are there for each English one', () => {
    const ids = sampled.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1700);
    expect(ids.filter((id) => !Object.hasOwn(sentences, id))).toEqual([]);
    expect(Object.keys(sentences).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('have no hole and no value of a program', () => {
    expect(faults((text) => /undefined|\[object|：；|（）|：$|；$|，$/.test(text))).toEqual([]);
  });

  test('are Chinese', () => {
    expect(faults((text) => !/\p{Script=Han}/u.test(text), plain)).toEqual([]);
  });

  test('have no English words in a row, apart from commands', () => {
    const commands = /(?:npx )?wasmetrics [a-z -]+|npm (?:install|run) [\w: ]+|use in wage/g;
    expect(
      faults((text) => /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(text.replace(commands, ''))),
    ).toEqual([]);
  });

  test('have the marks of Chinese between characters', () => {
    expect(
      faults((text) =>
        /\p{Script=Han} ?[,;:!?]+ ?\p{Script=Han}/u.test(text.replace(/\{.*?\}/g, '')),
      ),
    ).toEqual([]);
  });
});
