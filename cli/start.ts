#!/usr/bin/env node
/** Entry point of the command line in the package. */
import { keepCode } from './cache/code.js';
import { startsAgain } from './limits/address-space.js';

if (!startsAgain()) {
  keepCode(process.argv[2]);
  void import('./process.js').then(({ runProcess }) => runProcess());
}
