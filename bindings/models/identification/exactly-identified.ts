/** Why there is no test of the instruments if there are no more of them than coefficients. */
export const EXACTLY_IDENTIFIED = 'the model is exactly identified';
