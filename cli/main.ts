#!/usr/bin/env node
/** Entry point of the standalone command line. */
import { runProcess } from './process.js';

runProcess();
