/** Papers that several explanations cite. */
export const sources = {
  arellanoBond: 'Arellano and Bond (1991), Review of Economic Studies 58(2), 277-297',
  blundellBond: 'Blundell and Bond (1998), Journal of Econometrics 87(1), 115-143',
  roodman: 'Roodman (2009), Stata Journal 9(1), 86-136',
  roodmanNote: 'Roodman (2009), Oxford Bulletin of Economics and Statistics 71(1), 135-158',
  bowsher: 'Bowsher (2002), Economics Letters 77(2), 211-220',
  windmeijer: 'Windmeijer (2005), Journal of Econometrics 126(1), 25-51',
  hansen: 'Hansen (1982), Econometrica 50(4), 1029-1054',
  sargan: 'Sargan (1958), Econometrica 26(3), 393-415',
  bond: 'Bond (2002), Portuguese Economic Journal 1(2), 141-162',
  nickell: 'Nickell (1981), Econometrica 49(6), 1417-1426',
  hausman: 'Hausman (1978), Econometrica 46(6), 1251-1271',
  cgm: 'Cameron, Gelbach and Miller (2011), Journal of Business and Economic Statistics 29(2), 238-249',
  angristPischke: 'Angrist and Pischke (2009), Mostly Harmless Econometrics, section 8.2.3',
  cameronMiller: 'Cameron and Miller (2015), Journal of Human Resources 50(2), 317-372',
  hallHorowitz: 'Hall and Horowitz (1996), Econometrica 64(4), 891-916',
  brownNewey:
    'Brown and Newey (2002), Generalized Method of Moments, Efficient Bootstrapping, and Improved Inference, Journal of Business and Economic Statistics',
  staigerStock: 'Staiger and Stock (1997), Econometrica 65(3), 557-586',
  stockYogo:
    'Stock and Yogo (2005), in Identification and Inference for Econometric Models, 80-108, Cambridge University Press',
  cleary: 'Cleary (1999), Journal of Finance 54(2), 673-692',
  freedmanLane:
    'Freedman and Lane (1983), Journal of Business and Economic Statistics 1(4), 292-298',
  kleibergenPaap: 'Kleibergen and Paap (2006), Journal of Econometrics 133(1), 97-126',
  andersonRubin: 'Anderson and Rubin (1949), Annals of Mathematical Statistics 20(1), 46-63',
  kleibergen: 'Kleibergen (2002), Econometrica 70(5), 1781-1803',
  wooldridge: 'Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, MIT Press',
} as const;
