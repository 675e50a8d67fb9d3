/**
 * The words of reports of single results that no number is part of: labels, headings, tests and their hypotheses. A
 * language has one for each of them; English has these.
 */
export const phrases = ['Coefficients', 'estimate', 'std. error', 'observations'] as const;

export type Phrase = (typeof phrases)[number];

export type DocumentWords = Readonly<Record<Phrase, string>>;
