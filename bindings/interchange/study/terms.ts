/** Names of coefficients in other programs as a table of a study has them. */

/** A column as the study calls it. */
export type NameOf = (name: string) => string;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `L.n`, `c.x#c.z`, `2.region`, `i.year`, `*.year` and `x*` of Stata as terms or patterns. */
export function stataTerm(name: string, nameOf: NameOf): string {
  const factors = name.split(/##?/).map((part) => stataFactor(part, nameOf));
  if (factors.every((one) => !one.isPattern)) return factors.map(({ text }) => text).join(':');
  return `/^${factors.map(({ text, isPattern }) => (isPattern ? text : escaped(text))).join(':')}$/`;
}

interface Factor {
  readonly text: string;
  readonly isPattern: boolean;
}

function stataFactor(part: string, nameOf: NameOf): Factor {
  const plain = (text: string): Factor => ({ text, isPattern: false });
  const pattern = (text: string): Factor => ({ text, isPattern: true });
  const shift = /^([LFD])(\d*)\.(\w+)$/i.exec(part);
  if (shift !== null) {
    const [, letter, digits, of] = shift;
    const upper = letter!.toUpperCase();
    const isFirst = digits === '' || digits === '1';
    return plain(
      `${upper}${isFirst && upper === 'D' ? '' : digits === '' ? '1' : digits!}.${nameOf(of!)}`,
    );
  }
  const level = /^(\d+)[bn]*\.(\w+)$/.exec(part);
  if (level !== null) return plain(`${nameOf(level[2]!)}=${level[1]!}`);
  const factor = /^(?:\*|i\w*)\.(\w+)$/.exec(part);
  if (factor !== null) return pattern(`${escaped(nameOf(factor[1]!))}=.*`);
  const bare = part.replace(/^c\./, '').replace(/^_I(\w+?)_\*$/, '$1=*');
  if (!/[*?]/.test(bare)) return plain(nameOf(bare));
  return pattern(escaped(bare).replace(/\\\*/g, '.*').replace(/\\\?/g, '.'));
}

/** Statistics by their names in Stata's `e()`, in R and in tables. */
const statistics: Readonly<Record<string, string>> = {
  N: 'nobs',
  r2: 'rsquared',
  r2_a: 'rsquaredAdj',
  ar2: 'rsquaredAdj',
  r2_w: 'rsquaredWithin',
  r2_within: 'rsquaredWithin',
  r2_b: 'rsquaredBetween',
  r2_o: 'rsquaredOverall',
  N_g: 'ngroups',
  F: 'f.stat',
  chi2: 'wald.stat',
  ll: 'loglik',
  aic: 'aic',
  bic: 'bic',
  rss: 'rss',
  j: 'rankInstruments',
  j0: 'ninstruments',
  ar1p: 'ar[1].p',
  ar2p: 'ar[2].p',
  ar1: 'ar[1].stat',
  hansen: 'hansen.stat',
  hansenp: 'hansen.p',
  sargan: 'sargan.stat',
  sarganp: 'sargan.p',
  jp: 'jTest.p',
  widstat: 'kleibergenPaapF',
  idp: 'kleibergenPaapLM.p',
  cdf: 'craggDonald',
  nobs: 'nobs',
  'r.squared': 'rsquared',
  'adj.r.squared': 'rsquaredAdj',
  AIC: 'aic',
  BIC: 'bic',
  logLik: 'loglik',
};

/** The path in a result; undefined for a statistic that no result has. */
export function statisticOf(name: string): string | undefined {
  return Object.hasOwn(statistics, name) ? statistics[name] : undefined;
}
