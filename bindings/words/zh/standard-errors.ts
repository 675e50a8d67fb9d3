/** What standard errors are called in Chinese, by the type of their covariance. */
const names: Readonly<Record<string, string>> = {
  unadjusted: '普通标准误',
  robust: '异方差稳健标准误',
  HC0: '异方差稳健标准误（HC0）',
  HC1: '异方差稳健标准误（HC1，乘以n/(n-k)）',
  HC2: '异方差稳健标准误（HC2）',
  HC3: '异方差稳健标准误（HC3）',
  HC4: '异方差稳健标准误（HC4）',
  hac: '异方差自相关稳健标准误',
  windmeijer: 'Windmeijer修正标准误',
  'doubly-corrected': '双重修正标准误',
  reported: '其他程序给出的标准误',
};

export const errorsText = (type: string) =>
  names[type] ?? (/^[\w-]+$/.test(type) ? `${type}标准误` : type);
