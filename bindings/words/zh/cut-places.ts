/** Where splits cut a column, in Chinese. */
export const cutPlaces: Readonly<Record<string, string>> = {
  mean: '均值',
  median: '中位数',
  terciles: '三分位数',
};
