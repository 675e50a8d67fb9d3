import { isRightSize } from '../../../../analysis/bootstrap/groups/sizes/sizes.js';

/** Whether simulated samples like this one show that a test does not keep its size. */
export function isWrong({ size }: { readonly size?: number | null }): boolean {
  return typeof size === 'number' && !isRightSize(size);
}
