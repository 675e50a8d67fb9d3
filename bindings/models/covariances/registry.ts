/** The kinds of covariance of regressions, by their words, one line per kind. */
import type { GenericSchema } from 'valibot';
import type { CovarianceFamily } from '../../words/expectations/models/rules.js';
import { spelling } from '../../words/text/spelling.js';
import * as cluster from './cluster.js';
import * as driscollKraay from './driscoll-kraay.js';
import * as hac from './hac.js';
import * as heteroskedastic from './heteroskedastic.js';
import type { CovarianceNames, CovarianceTraits, LinearCovarianceType } from './traits.js';
import * as unadjusted from './unadjusted.js';

const kinds = {
  unadjusted: unadjusted.traits,
  HC0: heteroskedastic.HC0,
  HC1: heteroskedastic.HC1,
  HC2: heteroskedastic.adjusted,
  HC3: heteroskedastic.adjusted,
  HC4: heteroskedastic.adjusted,
  CV1: cluster.CV1,
  CV2: cluster.CV2,
  CV3: cluster.CV3,
  hac: hac.traits,
  'driscoll-kraay': driscollKraay.traits,
} satisfies Record<LinearCovarianceType, CovarianceTraits>;

/** A function, so that a bundler removes it from pages without reports. */
const names = (): Readonly<Record<LinearCovarianceType, CovarianceNames>> => ({
  unadjusted: unadjusted.names,
  HC0: heteroskedastic.names('HC0'),
  HC1: heteroskedastic.names('HC1', 'n/(n-k)'),
  HC2: heteroskedastic.names('HC2'),
  HC3: heteroskedastic.names('HC3'),
  HC4: heteroskedastic.names('HC4'),
  CV1: cluster.names('G/(G-1) (n-1)/(n-k)'),
  CV2: cluster.names(),
  CV3: cluster.names('(G-1)/G'),
  hac: hac.names,
  'driscoll-kraay': driscollKraay.names,
});

/** What tables and figures call a kind; undefined for clusters and for types of dynamic panels. */
export function covarianceLabel(type: string): string | undefined {
  return (names() as Partial<Record<string, CovarianceNames>>)[type]?.label;
}

/** The keys that only one kind has. */
type KeysOf<Kind> = Kind extends CovarianceTraits<infer Keys> ? (keys: Keys) => void : never;
type All<Kind> = (Kind extends unknown ? KeysOf<Kind> : never) extends (keys: infer Keys) => void
  ? Keys
  : never;
export type ExtraKeys = Partial<All<(typeof kinds)[LinearCovarianceType]>>;

/** The alias of a kind, or its own word. */
type WordOf<Kind extends LinearCovarianceType> = (typeof kinds)[Kind] extends {
  readonly alias: infer Alias;
}
  ? Alias
  : Kind;

/** The words of the kinds. */
export type CovarianceWord = {
  [Kind in LinearCovarianceType]: Kind | WordOf<Kind>;
}[LinearCovarianceType];

/** The alias of a kind and its own word, each with what may follow a colon: clusters, lags, or the kind's own number. */
type TextOf<Word extends string, Kind> = Kind extends { readonly clusters: number }
  ? `${Word}:${string}`
  : Kind extends { readonly lags: string }
    ? Word | `${Word}:${number}` | `${Word}:auto`
    : Kind extends { readonly detail: string }
      ? Word | `${Word}:${number}`
      : Word;

/** A covariance in one text: a type such as `HC1`, or a type with its clusters or its lags, such as `cluster:id` or `hac:4`. */
export type CovarianceText = {
  [Kind in LinearCovarianceType]: TextOf<Kind | (WordOf<Kind> & string), (typeof kinds)[Kind]>;
}[LinearCovarianceType];

/** The words of the kinds that may weight moments. */
export type WeightingWord = {
  [Kind in LinearCovarianceType]: (typeof kinds)[Kind] extends { readonly weighting: true }
    ? WordOf<Kind>
    : never;
}[LinearCovarianceType];

const traits: readonly (readonly [LinearCovarianceType, CovarianceTraits])[] = Object.entries(
  kinds,
) as [LinearCovarianceType, CovarianceTraits][];

/** The traits of a kind; undefined for other words, such as types of dynamic panels. */
export function covarianceTraits(type: string): CovarianceTraits | undefined {
  return traits.find(([word]) => word === type)?.[1];
}

/** True unless errors are assumed independent and homoskedastic; also for types of dynamic panels. */
export function isRobust({ type }: { readonly type: string }): boolean {
  return covarianceTraits(type)?.robust !== false;
}

/** True if errors of different rows are assumed independent. */
export function isByRow(type: string): boolean {
  return covarianceTraits(type)?.byRow === true;
}

/** Whether it corrects for the leverages of clusters, as CV2 and CV3. */
export function correctsClusters(type: string): boolean {
  return covarianceTraits(type)?.leverages === 'clusters';
}

/** True if errors in different groups of rows or clusters are assumed independent; also for types of dynamic panels. */
export function hasIndependentGroups({ type }: { readonly type: string }): boolean {
  const traits = covarianceTraits(type);
  return traits === undefined || traits.byRow === true || traits.clusters !== undefined;
}

/** The keys of a covariance that only its kind has, or those of them that name columns or have numbers for the core. */
export function extraEntries<Value>(
  vcov: { readonly type: string } & ExtraKeys,
  which: 'keys' | 'columns' | 'numbers',
): (readonly [key: string, value: Value])[] {
  const given = vcov as Readonly<Record<string, unknown>>;
  const { [which]: names = [] } = covarianceTraits(vcov.type) ?? {};
  const keys = names instanceof Array ? (names as readonly string[]) : Object.keys(names);
  return keys.map((key) => [key, given[key] as Value]);
}

/** The kind with the small-sample factor of least squares: HC1 for HC0. */
export function withSmallFactor<Type extends string>(type: Type): Type | LinearCovarianceType {
  return covarianceTraits(type)?.small ?? type;
}

/** The kind that a word in a model means, such as `cluster`. */
export function typeOfWord(word: string, small: boolean): LinearCovarianceType | undefined {
  const same = (known = '') => spelling(known) === spelling(word);
  const kind = traits.find(([type, { alias }]) => same(type) || same(alias));
  if (kind === undefined) return undefined;
  const [type, { alias, small: withFactor }] = kind;
  return same(alias) && small ? (withFactor ?? type) : type;
}

/** The traits of the kind that a word of a model means. */
export function traitsOfWord(word: string): CovarianceTraits | undefined {
  return covarianceTraits(typeOfWord(word, false) ?? '');
}

/** The names of the kind that a word means. */
export function covarianceNames(word: string): CovarianceNames | undefined {
  const type = typeOfWord(word, false);
  return type && names()[type];
}

/** The words of the kinds, each after its alias. */
export function covarianceWords(having: (traits: CovarianceTraits) => boolean = () => true) {
  return traits.flatMap(([type, kind]) =>
    having(kind) ? [...(kind.alias === undefined ? [] : [kind.alias]), type] : [],
  );
}

/** The kinds by their words; three or more similar ones are one element, by the first and the last of them. */
export function families(having: (traits: CovarianceTraits) => boolean): CovarianceFamily[] {
  const types = typesWith(having);
  return types.flatMap((type, i): CovarianceFamily[] => {
    const family = types.filter((other) => familyOf(other) === familyOf(type));
    if (family.length < 3) return [[type]];
    return i === types.indexOf(family[0]!) ? [[type, family.at(-1)!]] : [];
  });
}

const familyOf = (type: string) => type.replace(/\d$/, '');

/** The kinds with some trait. */
export function typesWith(having: (traits: CovarianceTraits) => boolean): LinearCovarianceType[] {
  return traits.flatMap(([type, kind]) => (having(kind) ? [type] : []));
}

/** The schemas of the keys that kinds have for themselves. */
export const extraKeys: Readonly<Record<string, GenericSchema>> = Object.assign(
  {},
  ...traits.map(([, { keys }]) => keys),
);
