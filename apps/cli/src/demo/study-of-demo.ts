/** The demonstration shows this study and this wave of it; everything in it is synthetic. */
export const STUDY = 'anna'
export const WAVE = 'w1'
export const SEED = 20_261_122
