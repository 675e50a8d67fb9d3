/** Names of other programs' methods lead to what exists, or say that it does not, in both languages. */
import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../../bindings/words/errors/methods.js';
import { methodNamed } from '../../../bindings/words/text/method-names.js';
import { knowMoreMethods } from '../../../bindings/words/errors/program/methods.js';
import { adviceOn as inChinese } from '../../../bindings/words/zh/methods.js';

knowMoreMethods();

const methodAdvice = (name: string) => adviceOn(methodNamed(name));

const words = {
  stata: `probit tobit heckman did rdd psm var vecm arima areg pooled lsdv mediation threshold spatial qreg poisson
    xthreg xsmle sgmediation csdid rdrobust psmatch2 pvar xtunitroot xtcointtest stcox frontier synth nl gls xtgls sureg
    reg3 mixed sem ivregress xtivreg2 ivreghdfe reghdfe xtabond2 xtdpdgmm hausman lincom testparm ttest anova boottest
    rddensity medsem vec xtfrontier poregress rifhdreg truncreg betareg svy mi xtmg xtpmg reg2hdfe
    winsor2 egen summarize tabstat pwcorr esttab outreg2 margeff bayes lasso`,
  r: `lm felm feols plm pgmm ivreg glm coxph rq lmer systemfit phtest stargazer modelsummary fixest did2s gsynth splm`,
  python: `statsmodels linearmodels pyfixest PanelOLS IV2SLS sarimax xgboost dml`,
  eviews: `ls tsls arch varest uroot coint heckit censored ordered count`,
  gretl: `wls dpanel arbond garch kpss tobit intreg duration negbin mle lad`,
  spss: `REGRESSION MIXED oneway t-test correlations frequencies nomreg coxreg`,
  chinese: `面板 面板数据 固定效应 随机效应 双向固定效应 工具变量 系统GMM 差分GMM 动态面板 双重差分 断点回归 倾向得分匹配 中介效应
    调节效应 门槛 门槛回归 空间杜宾 分位数回归 泊松 合成控制 事件研究 平行趋势 单位根检验 协整检验 描述性统计 相关分析 缩尾
    豪斯曼检验 熵值法 主成分 向量自回归 样本选择`,
};

test.each(Object.entries(words))('words of %s have advice in both languages', (_, list) => {
  const without = list
    .split(/\s+/)
    .filter(
      (word) => methodAdvice(word) === undefined || inChinese(methodNamed(word)) === undefined,
    );
  expect(without).toEqual([]);
});

describe('a name', () => {
  test.each([
    ['xtreg, fe', 'xtreg'],
    ['Event Study', 'event-study'],
    ['event_study', 'event-study'],
    ['fixed effects', 'fixed-effects'],
    ['Difference-in-Differences', 'did'],
    ['系统 GMM', 'sysgmm'],
    ['ivregress 2sls', 'ivregress'],
  ])('%j means what %s does', (name, same) => {
    expect(methodAdvice(same)).toBeDefined();
    expect(methodAdvice(name)).toBe(methodAdvice(same));
  });

  test.each(['wage', 'x', '', '  ', 'fitt', 'ols', 'constructor', '__proto__'])(
    '%j is no method',
    (name) => {
      expect(methodAdvice(name)).toBeUndefined();
    },
  );
});
