/** The names of estimators in Chinese; abbreviations such as 2SLS stay. */

const names: Readonly<Record<string, string>> = {
  within: '组内估计',
  between: '组间估计',
  'two-way fixed effects': '双向固定效应',
  'random effects': '随机效应',
  'first differences': '一阶差分',
  'pooled OLS': '混合OLS',
  'one-step GMM': '一步GMM',
  'two-step GMM': '两步GMM',
  'iterated GMM': '迭代GMM',
  'continuously updated GMM': '连续更新GMM',
  'system GMM': '系统GMM',
  'difference GMM': '差分GMM',
  'level GMM': '水平GMM',
  'reduced form': '简化式',
};

export function estimatorText(name: string): string {
  const plain = name.replace(/ (?:within units|in first differences)$/, '');
  const how = name.endsWith(' within units')
    ? '，组内'
    : name.endsWith(' in first differences')
      ? '，一阶差分'
      : '';
  const [, of] = /^first stage(?: of (.+))?$/.exec(name) ?? [];
  if (name.startsWith('first stage')) return of === undefined ? '第一阶段' : `${of}的第一阶段`;
  return (names[plain] ?? plain) + how;
}
