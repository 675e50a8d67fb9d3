/** Damaged checkpoints: a typed error that names the file, or the result without damage. */
import { casesOf, outcomeOfDamage } from '../survey.js';
import { type Target, WrongResult } from '../target.js';

export const checkpoints: Target = {
  name: 'checkpoint',
  async prepare() {
    const cases = await casesOf();
    return (draw) => {
      const { kind, damaged, result } = cases.draw(draw);
      return {
        input: `${kind} (${damaged.length} bytes)`,
        run: async () => {
          const outcome = await outcomeOfDamage(result, cases.expected);
          if (outcome.startsWith('WRONG')) throw new WrongResult(outcome);
        },
      };
    };
  },
};
