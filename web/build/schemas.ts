/**
 * The schemas of models and studies as the page needs them: `schema:model` and `schema:study` without the patterns of other
 * spellings, `schema:controls` with what a form asks for each key, and `schema:descriptions` with what the keys mean.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { helps } from '../../bindings/words/languages/help.js';
import { controlsOf, descriptionsOf } from './controls.js';

const folder = new URL('../../schema/', import.meta.url);

/** A schema without `{type: string, pattern}` beside a list of words: it only allows other capitals and hyphens. */
function reduced(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(reduced);
  if (typeof node !== 'object' || node === null) return node;
  const { anyOf, ...rest } = node as {
    readonly anyOf?: readonly Readonly<Record<string, unknown>>[];
  };
  const entries = Object.entries(rest).map(([key, value]) => [key, reduced(value)] as const);
  const others = Object.fromEntries(entries);
  if (anyOf === undefined) return others;
  const kept = anyOf.filter(({ type, pattern }) => type !== 'string' || pattern === undefined);
  const [only, ...more] = (kept.length > 0 ? kept : anyOf).map(reduced) as object[];
  return more.length > 0 ? { ...others, anyOf: [only, ...more] } : { ...only, ...others };
}

const schemaOf = (name: string) =>
  reduced(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));

/** Descriptions as the help of the command line says them in Chinese, which knows them without backticks and full stop. */
function inChinese(descriptions: Readonly<Record<string, string>>): Record<string, string> {
  const texts = helps.zh.texts as Readonly<Record<string, string>>;
  const entries = Object.entries(descriptions).flatMap(([key, description]) => {
    const plain = description.replaceAll('`', '').replace(/\.$/, '');
    const text = texts[plain] ?? texts[plain[0]!.toLowerCase() + plain.slice(1)];
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(entries);
}

const modules: Readonly<Record<string, () => unknown>> = {
  'schema:model': () => schemaOf('model'),
  'schema:study': () => schemaOf('study'),
  'schema:controls': () => controlsOf(schemaOf('model')),
  'schema:descriptions': () => {
    const en = descriptionsOf(schemaOf('model'));
    return { en, zh: inChinese(en) };
  },
};

export const schemas: Plugin = {
  name: 'schemas',
  resolveId: (source) => (source in modules ? `\0${source}` : undefined),
  load(id) {
    const make = modules[id.slice(1)];
    if (make === undefined) return undefined;
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))})`;
  },
};
