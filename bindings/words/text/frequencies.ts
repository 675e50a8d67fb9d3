/** Lengths of periods, as keys of models and sentences in English name them. */
export type FrequencyName = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'time';
