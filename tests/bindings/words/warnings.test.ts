/** The sentences of warnings in each language, made of their details. */
import { describe, expect, it, test } from 'vitest';
import { warnings as english } from '../../../bindings/words/en/warnings/index.js';
import type { Sentences } from '../../../bindings/words/warning.js';
import { sentenceOf } from '../../../bindings/words/sentence-of.js';
import { errors } from '../../../bindings/words/zh/errors/index.js';
import { warnings as chinese } from '../../../bindings/words/zh/warnings/index.js';
import { samples } from './samples.js';
import { every } from '../../every.js';

const details = Object.entries(samples).flatMap(([code, all]) =>
  all.map((detail: object) => ({ code, detail })),
);
const nameOf = ({ code, detail }: (typeof details)[number]) => `${code}: ${JSON.stringify(detail)}`;
const message = 'the English sentence';
const say = (words: Sentences, code: string, detail: object) =>
  sentenceOf(words, { code, message, detail }, ': ', words === chinese ? errors : {});

describe('warnings', () => {
  it('have a sentence in each language for every code', () => {
    const codes = Object.keys(samples).sort();
    expect(Object.keys(english).sort()).toEqual(codes);
    expect(Object.keys(chinese).sort()).toEqual(codes);
  });

  test('have no hole in English', () =>
    every(details, nameOf, ({ code, detail }) => {
      expect(say(english, code, detail)).not.toMatch(/undefined|null|NaN|\[object|^the English/);
    }));

  test('are Chinese in Chinese', () =>
    every(details, nameOf, ({ code, detail }) => {
      const sentence = say(chinese, code, detail);
      expect(sentence).toMatch(/[\u4e00-\u9fff]{2}/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(sentence).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    }));

  it('read as a reader of both languages has read them', async () => {
    const lines = details.map(
      ({ code, detail }) =>
        `[${code}]\n  ${say(english, code, detail)}\n  ${say(chinese, code, detail)}\n`,
    );
    await expect(lines.join('\n')).toMatchFileSnapshot('./golden/warnings.txt');
  });

  it('keep the English message of an older file, and of a code that no version has', () => {
    expect(sentenceOf(chinese, { code: 'few-clusters', message }, '：')).toBe(message);
    expect(sentenceOf(chinese, { code: 'toString', message, detail: {} }, '：')).toBe(message);
  });

  it('begin with what they are about', () => {
    const detail = { rows: 3, first: 12 };
    const sentence = sentenceOf(chinese, { code: 'empty-rows', message, detail, of: 'East' }, '：');
    expect(sentence).toBe('East：略去了3个空行，第一个是工作表的第12行');
  });
});
