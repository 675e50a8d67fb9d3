/** Why there is no test of the instruments in an exactly identified model. */
export const EXACTLY_IDENTIFIED = 'the model is exactly identified';
