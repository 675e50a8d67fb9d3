/** Tests that are valid with weak instruments, and the sets that invert them. */
import type { Entry } from './explanation.js';
import { sources as s } from './sources.js';

export const robust: Readonly<Record<string, Entry>> = {
  andersonRubin: [
    'F test that all coefficients of endogenous variables are 0, valid with weak instruments.',
    'A small p-value rejects that, or the validity of the instruments.',
    'vcov, whose errors it uses',
    s.andersonRubin,
  ],
  andersonRubinChi2: [
    'andersonRubin in its chi-squared form.',
    'As andersonRubin, without a small-sample correction.',
    'vcov, whose errors it uses',
    s.andersonRubin,
  ],
  kleibergenK: [
    'Score test that all coefficients of endogenous variables are 0, valid with weak instruments.',
    'It has more power than andersonRubin with many instruments, but little far from the estimates.',
    'vcov, whose errors it uses',
    s.kleibergen,
  ],
  kleibergenJ: [
    'The part of andersonRubin that kleibergenK leaves: overidentification at that hypothesis.',
    'A small p-value rejects the instruments.',
    'vcov, whose errors it uses',
    s.kleibergen,
  ],
  clr: [
    'Conditional likelihood ratio test that all coefficients of endogenous variables are 0, valid with weak instruments.',
    'With one endogenous variable it is close to the most powerful such test.',
    'vcov, whose errors it uses',
    'Moreira (2003), Econometrica 71(4), 1027-1048',
  ],
  confidenceSets: [
    'Values of a coefficient that andersonRubin, kleibergenK or clr do not reject.',
    'They cover the true value at their level with weak instruments, too; an unbounded set says that the data do not bound it.',
    'level; other instruments',
    s.andersonRubin,
    'Dufour and Taamouti (2005), Econometrica 73(4), 1351-1365',
  ],
};

export const dynamicRobust: Readonly<Record<string, Entry>> = {
  rankTest: [
    'Robust test that the derivatives of the moment conditions of a dynamic panel do not have full rank.',
    'A large p-value says that the instruments may not identify the coefficients; standard errors and p-values of the fit are then no guide.',
    'gmm, iv; system adds moment conditions of the level equation',
    s.kleibergenPaap,
  ],
  stockWrightS: [
    'Set of values of a coefficient at which the moment conditions of a dynamic panel are not rejected.',
    'Projected over the other coefficients it covers the true value at its level whatever the strength of the instruments, as projected K, K-J and CLR do; concentrated ones cover it only if the others are strongly identified. It is empty where the instruments are rejected at every value.',
    'coefficients, level, projected; other instruments',
    'Stock and Wright (2000), Econometrica 68(5), 1055-1096',
    'Kleibergen (2005), Econometrica 73(4), 1103-1123',
  ],
};
