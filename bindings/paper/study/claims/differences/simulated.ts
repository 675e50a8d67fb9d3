import { isRightSize } from '../../../../analysis/bootstrap/groups/sizes/sizes.js';

/** True if simulated samples like this one show that a test has the wrong size. */
export function isWrong({ size }: { readonly size?: number | null }): boolean {
  return typeof size === 'number' && !isRightSize(size);
}
