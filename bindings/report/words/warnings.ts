import type { Warning } from '../../results/common.js';
import { warnings } from '../../tables/blocks.js';
import type { Block } from '../../tables/document.js';

/** Warnings with their codes, by which they are explained: `… unreliable [few-clusters]`. */
export function warningBlocks(all: readonly Warning[]): Block[] {
  return warnings(warningWords(all));
}

/** The messages, each with its code in brackets. */
export function warningWords(all: readonly Warning[]): string[] {
  return all.map(({ code, message }) => `${message} [${code}]`);
}
