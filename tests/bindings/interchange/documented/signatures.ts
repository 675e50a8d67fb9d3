/** What the readers of commands declare, by command. */
import { fileSignature } from '../../../../bindings/interchange/python/static/files.js';
import {
  classSignature,
  linearmodelsFit,
} from '../../../../bindings/interchange/python/static/linearmodels.js';
import { pyfixestSignature } from '../../../../bindings/interchange/python/static/pyfixest.js';
import {
  covarianceSignature,
  fitSignature,
  formulaSignature,
} from '../../../../bindings/interchange/python/static/statsmodels.js';
import { pgmmSignature } from '../../../../bindings/interchange/r/import-plm.js';
import { resultSignatures } from '../../../../bindings/interchange/r/static/call-errors.js';
import { covarianceSignatures } from '../../../../bindings/interchange/r/static/covariance.js';
import {
  ivregSignature,
  lmSignature,
  plmSignature,
} from '../../../../bindings/interchange/r/static/estimators.js';
import { feolsSignature } from '../../../../bindings/interchange/r/static/feols.js';
import { fileReaders, pdataSignature } from '../../../../bindings/interchange/r/static/files.js';
import { xtabond2Syntax } from '../../../../bindings/interchange/stata/import-xtabond2.js';
import { xtdpdgmmSyntax } from '../../../../bindings/interchange/stata/import-xtdpdgmm.js';
import { boottestSyntax } from '../../../../bindings/interchange/stata/static/boottest.js';
import {
  ivreg2Syntax,
  ivreghdfeSyntax,
} from '../../../../bindings/interchange/stata/static/ivreg2.js';
import { ivregressSyntax } from '../../../../bindings/interchange/stata/static/ivregress.js';
import {
  aregSyntax,
  neweySyntax,
  reghdfeSyntax,
  regressSyntax,
} from '../../../../bindings/interchange/stata/static/regress.js';
import { xtregSyntax } from '../../../../bindings/interchange/stata/static/xtreg.js';

const covariance = (command: string, at = 0) =>
  covarianceSignatures.filter((one) => one.command === `${command}()`).at(at)!;

export const rSignatures = {
  lm: lmSignature,
  plm: plmSignature,
  ivreg: ivregSignature,
  feols: feolsSignature,
  coeftest: resultSignatures['coeftest']!,
  coefci: resultSignatures['coefci']!,
  summary: resultSignatures['summary']!,
  vcovHC: covariance('vcovHC'),
  vcovHCplm: covariance('vcovHC', -1),
  vcovCL: covariance('vcovCL'),
  NeweyWest: covariance('NeweyWest'),
  sandwich: covariance('sandwich'),
  pgmm: pgmmSignature,
  readCsv: fileReaders['read.csv']!.signature,
  pdata: pdataSignature,
};

export const pythonSignatures = {
  formula: formulaSignature,
  fit: fitSignature,
  covariance: covarianceSignature,
  panel: classSignature('PanelOLS'),
  panelFit: linearmodelsFit('PanelOLS'),
  cueFit: linearmodelsFit('IVGMMCUE'),
  pyfixest: pyfixestSignature,
  readCsv: fileSignature,
};

export const stataSyntaxes = {
  regress: regressSyntax,
  areg: aregSyntax,
  reghdfe: reghdfeSyntax,
  newey: neweySyntax,
  xtreg: xtregSyntax,
  ivregress: ivregressSyntax,
  ivreg2: ivreg2Syntax,
  ivreghdfe: ivreghdfeSyntax,
  boottest: boottestSyntax,
};

export const dynamicSyntaxes = { xtabond2: xtabond2Syntax, xtdpdgmm: xtdpdgmmSyntax };

/** gretl names what it ignores in notes. */
export const gretlIgnored: Readonly<Record<string, string>> = {
  'fixed-effects': 'it is the default',
};
