const words = (text: string) => text.trim().split(/\s+/);

/** The functions of each entry point that compute: they are asynchronous, and take `signal`, `onProgress`, `workers` and `engine`. */
export const computing: Readonly<Record<string, readonly string[]>> = {
  index: words(`
    augment bootstrap compareDesigns compareGroups delta diagnostics dpd fit fitAll fitFile fitModel fixedEffects gmm
    hausman influence instruments iv margins multipleTests multiverse ols panel permutationTest predict simulatePower wald weakIdentification
    withData`),
  data: words(`
    compositeIndex convertTable correlate describeData panelReport prepareData readSql readTable resolveNames`),
  report: words(`
    bootstrapFigure coefficientFigure confidenceFigure eventFigure heatmapFigure leverageFigure marginsFigure powerFigure
    residualFigure`),
  study: words('judgeClaims runStudy starterStudy'),
  audit: ['auditTable'],
  interchange: ['compatReport'],
  bundle: words('bundleCodebook findPersonal syntheticTable'),
  jobs: words('bootstrapStored collectStored computeJobs'),
  resampling: words('bootstrapStatistic bootstrapSums jackknife permuteStatistic'),
  estimators: ['bootstrapDpd'],
};
