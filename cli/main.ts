#!/usr/bin/env node
/** Entry point of the standalone command line. */
import { startsAgain } from './limits/address-space.js';
import { runProcess } from './process.js';

if (!startsAgain()) runProcess();
