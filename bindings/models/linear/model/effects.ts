/** What follows from how a model treats its units, which its key `effects` says. No analysis asks for that word. */

export interface EffectsTraits {
  /** The word, for messages; undefined for a model without the key. */
  readonly name: string | undefined;
  /** Effects that are taken out of the rows whole, so that predictions can add them. */
  readonly absorbed: readonly ('unit' | 'time')[];
  /** A share of each unit mean is taken out of the rows, as with random effects. */
  readonly partial: boolean;
  /** The rows of the estimate are means of units. */
  readonly ofMeans: boolean;
  /** The rows of the estimate are differences from the period before. */
  readonly differenced: boolean;
}

const pooled = { absorbed: [], partial: false, ofMeans: false, differenced: false } as const;

const traits: Readonly<Record<string, Omit<EffectsTraits, 'name'>>> = {
  within: { ...pooled, absorbed: ['unit'] },
  twoway: { ...pooled, absorbed: ['unit', 'time'] },
  random: { ...pooled, partial: true },
  between: { ...pooled, ofMeans: true },
  'first-difference': { ...pooled, differenced: true },
};

export function effectsOf(model: object): EffectsTraits {
  const { effects: name } = model as { readonly effects?: string };
  return { name, ...(traits[name ?? ''] ?? pooled) };
}
