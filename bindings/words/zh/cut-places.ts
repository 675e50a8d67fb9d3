/** Where splits cut a column, in Chinese. */
export const cutPlaces: Readonly<Record<string, string>> = {
  mean: '均值',
  median: '中位数',
  terciles: '三分位数',
};

/** The parts of a column, by their values. */
export const cutParts: Readonly<Record<string, string>> = { low: '低', middle: '中', high: '高' };
