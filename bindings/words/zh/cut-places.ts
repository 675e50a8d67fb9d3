/** Where splits cut a column, in Chinese. */
export const cutPlaces: Readonly<Record<string, string>> = {
  mean: '均值',
  median: '中位数',
  terciles: '三分位数',
};

/** The parts of a column, by their number. */
export const cutParts: Readonly<Record<number, readonly string[]>> = {
  2: ['低', '高'],
  3: ['低', '中', '高'],
};
