/** Sentences of reports in Chinese have the parts of the English ones by which they are named. */
import { expect, test } from 'vitest';
import { documents } from '../../../bindings/words/zh/documents/index.js';
import { every } from '../../every.js';

/** The parts of a sentence, by their numbers. */
function partsOf(sentence: string): number[] {
  let next = 0;
  return [...sentence.matchAll(/\{(\d?)\}/g)].map(([, place]) =>
    place === '' ? ++next : Number(place),
  );
}

const sentences = Object.entries<string>(documents.sentences).filter(([english]) =>
  english.includes('{}'),
);

test('sentences have the same parts in Chinese', () =>
  every(
    sentences,
    ([english]) => english,
    ([english, chinese]) => {
      const parts = partsOf(chinese);
      expect(new Set(parts).size).toBe(parts.length);
      expect([...parts].sort((a, b) => a - b)).toEqual(partsOf(english));
    },
  ));
