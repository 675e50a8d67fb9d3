/** Every option of the tables that scripts print is translated, refused by name, or changes only looks. */
import { expect, test } from 'vitest';
import { importStudy } from '../../../bindings/interchange/import-study.js';

const models = {
  stata: 'reg n w k\neststo m1\nreg n w\neststo m2\nlabel variable w "Wage"\n',
  r: 'd <- read.csv("a.csv")\nm1 <- lm(n ~ w + k, d)\nm2 <- lm(n ~ w, d)\n',
  fixest: 'd <- read.csv("a.csv")\nm1 <- feols(n ~ w + k | id, d)\nm2 <- feols(n ~ w, d)\n',
  python:
    'df = pd.read_csv("a.csv")\nm1 = smf.ols("n ~ w + k", df).fit()\nm2 = smf.ols("n ~ w", df).fit()\n',
} as const;

type Language = keyof typeof models;

function tableOf(language: Language, command: string) {
  const from = language === 'fixest' ? 'r' : language;
  const known = { data: 'a.csv', unit: 'id', time: 'year' } as const;
  const { study, notes, notTranslated } = importStudy(`${models[language]}${command}`, {
    from,
    ...known,
  });
  const [table] = Object.values(study.tables);
  return { table: table as Record<string, unknown>, said: [...notes, ...notTranslated].join(' ') };
}

/** Tables with a place for an option, and their options; after `=` those that change looks, or nothing here. */
// prettier-ignore
const cases: readonly (readonly [Language, command: string, options: string])[] = [
  ['stata', 'esttab m1 m2, ?',
    `se =t p ci se(3) t(2) p(4) ci(2) =b(3) b(a3) b(%9.2f) beta main(b) main(b_%9.2f) aux(se) aux(t_2) noobs
     r2 r2(4) ar2 pr2 aic(2) bic scalars(F) scalars("F_F-stat") =sfmt(2) stats(N_r2) stats(N_r2,fmt(0_3))
     stats(N_r2,labels("Obs"_"R2")) star(*_0.1_**_0.05) star(*_0.10_**_0.05_***_0.01) nostar staraux
     nostaraux star(+_0.1) constant noconstant coeflabels(w_"Wage") coeflabel(w_"Wage") varlabels(w_"Wage")
     label =nolabel keep(w) drop(k) order(k_w) order(k) omitted =noomitted baselevels =nobaselevels
     rename(w_k) indicate("K_=_k") indicate("K_=_k",labels(Y_N)) =wide =onecell =parentheses =noparentheses
     =brackets =nobrackets =mtitles mtitles("A"_"B") =nomtitles =depvars =nodepvars =numbers =nonumbers
     mgroups("G",pattern(1_0)) mlabels("A"_"B") =collabels(none) =eqlabels(none) title("T") note("N")
     =nonote addnotes("A") =notes nonotes level(90) eform transform(exp(@)) margin =unstack equations(1:1)
     =eqlabels("x") ordered =width(5) =gaps =nogaps =lines =nolines =compress =longtable
     cells(b(star_fmt(3))_se(par_fmt(2))) cells("b(star)_se(par)") cells(b_se_p) cells(b(star)_t(par)_ci)
     cells("b_se") starlevels(*_.1) stardetach starkeep(w) stardrop(k) =legend refcat(w_"Head")
     =prehead("x") =interaction("_x_") =eqlabels(x) dropped =alignment(c) =modelwidth(3) =varwidth(20)
     incelldelimiter(x) substitute(a_b) drop(_cons) keep(*) =drop(*.year) keep(w,relax) =replace =append
     =booktabs =tex =page =style(tab) =fragment =plain =csv =abbrev =noabbrev =type =show =noisily =bracket`],
  ['stata', 'estout m1 m2, ?',
    `cells(b(star_fmt(3))_se(par_fmt(2))) cells("b_se") cells(b(fmt(2))) keep(w) drop(k) order(k_w)
     rename(w_k) indicate(K=k) equations(1) eform(1_0) transform(exp(@)) margin(u) discrete(x) level(90)
     stats(N_r2) stats(N,fmt(0)_labels("Obs")) =starlevels(*_.1) stardetach starkeep(w) =varwidth(20)
     =unstack label varlabels(w_"Wage"__cons_C) mlabels("A"_"B") =mlabels(none) mgroups("x") =numbers
     =collabels(none) title(T) note(N) =style(tex) dropped omitted =noomitted baselevels =postfoot(x)
     =legend extracols(1) refcat(w_"x")`],
  ['stata', 'outreg2 [m1 m2] using t.xls, ?',
    `=replace =append =excel =word =tex =see bdec(2) =sdec(3) =tdec(2) rdec(4) =dec(3) adec(2) =pdec(1)
     =cdec(2) auto(3) bfmt(f) sfmt(g) fmt(f) less(1) keep(w) drop(k) keep(i.year) sortvar(k_w) groupvar(a)
     nocons cons sum sum(log) label label(insert) ctitle(A) ctitle("A","B") =cttop(x) title(T) addnote("N")
     nonotes =notitle =noni nor2 noobs =nodepvar addstat(F,e(F)) addstat("R2a",e(r2_a)) addstat(X,3)
     addtext(FE,Yes) addtext(FE,Yes,Y,No) noaster asterisk(se) aster(se) =alpha(0.01,0.05,0.1)
     alpha(0.001,0.01,0.05) =symbol(***,**,*) symbol(a,b,c) sigsymb =se tstat pvalue ci =noparen =paren
     =bracket =bracket(se) stats(coef_se) stats(coef_tstat_pval) stat(coef_se) eform eqdrop(x) eqkeep(x)
     level(90) e(r2_a) e(all) =onecol =long =wide comma dta nose noadd2 raw beta squarebrack =drop(o.*)
     =slow(1) =text margin mfx addrows(x) ster(x) groupvar(w) nocoeff =coefastr =se(a) rename(w_k) adjr2`],
  ['stata', 'etable, estimates(m1 m2) ?',
    `showstars =showstarsnote showeq stars(.1_"*"_.05_"**") stars(.05_"*",attach(_r_b)) cstat(_r_b)
     cstat(_r_b,nformat(%5.2f)) cstat(_r_se) cstat(_r_p) cstat(_r_z) cstat(_r_ci) =mstat(N) mstat(r2_a)
     mstat(aic,nformat(%5.1f)_label("AIC")) keep(w) drop(k) =column(index) =column(depvar) =column(dvlabel)
     =column(command) title(T) note(N) notes(N) =export(t.docx,replace) =varlabel novarlabel equations(a)
     eqrecode(a=b) level(90) titlestyles(font(x)) notestyles(font(x)) =replace =append name(x) label(a)
     =style(x) =center markdown`],
  ['r', 'modelsummary(list("A" = m1, "B" = m2), ?)',
    `=output="t.tex" fmt=2 fmt=fmt_significant(3) fmt=NULL fmt="%.2f" fmt=fmt_decimal(digits=2)
     fmt=list(estimate=2,std.error=3) estimate="{estimate}{stars}" =estimate="estimate"
     estimate="{estimate}_({std.error})" =statistic="std.error" statistic="t" statistic="statistic"
     statistic="p.value" statistic="conf.int" statistic=NULL statistic=c("std.error","p.value")
     statistic="({std.error})" statistic="[{conf.low},{conf.high}]" statistic="t={statistic}" vcov="HC1"
     vcov="robust" vcov=~id vcov=vcovHC vcov=list("HC1","HC3") =vcov=NULL vcov="iid" vcov="HAC"
     conf_level=0.9 exponentiate=TRUE exponentiate=FALSE stars=TRUE =stars=FALSE stars=c("*"=.1,"**"=.05)
     stars=c("+"=.1,"*"=.05) shape=term~model shape="rbind" coef_map=c("w"="Wage") coef_map=c("w","k")
     coef_map=list("w"="Wage") coef_map=cm coef_omit="k" coef_omit="Intercept" coef_omit=c(1,2)
     coef_omit="^(?!w)" coef_rename=c("w"="Wage") coef_rename=TRUE coef_rename=toupper
     gof_map=c("nobs","r.squared") gof_map=NA gof_map="all" gof_map=gm
     gof_map=list(list("raw"="nobs","clean"="N","fmt"=0)) =gof_omit="AIC|BIC" gof_omit=".*" gof_omit="Adj"
     gof_omit="R2$" group_map=x add_columns=x add_rows=data.frame(a=1) =align="lcc" notes="N"
     notes=list("N","M") title="T" =escape=FALSE =width=3 model_names=x metrics="all"`],
  ['r', 'stargazer(m1, m2, ?)',
    `=type="text" title="T" =style="aer" =style="default" =style="qje" =summary=FALSE =out="t.tex"
     =out.header=TRUE column.labels=c("A","B") column.separate=c(1,1) covariate.labels=c("W","K")
     =dep.var.caption="x" =dep.var.labels=c("N") =dep.var.labels.include=FALSE =align=TRUE coef=list(a)
     se=list(a,b) t=list(a) p=list(a) t.auto=FALSE p.auto=FALSE ci=TRUE ci=c(TRUE,FALSE) ci.custom=list(a)
     ci.level=0.9 ci.separator="x" add.lines=list(c("FE","Y","N")) apply.coef=exp apply.se=f apply.p=f
     apply.ci=f =colnames=TRUE =column.sep.width="1pt" decimal.mark="," =df=FALSE =digit.separate=3
     =digit.separator="" digits=2 digits=NA digits.extra=1 =flip=TRUE =float=FALSE =float.env="table*"
     =font.size="small" =header=FALSE =initial.zero=FALSE intercept.bottom=FALSE =intercept.top=TRUE
     keep="w" keep=c("w","k") keep=1 keep.stat=c("n","rsq") keep.stat="n" =label="t" =model.names=TRUE
     =model.numbers=FALSE =multicolumn=FALSE =no.space=TRUE notes="N" =notes.align="l" =notes.append=FALSE
     =notes.label="x" =object.names=TRUE omit="k" omit=c("k") =omit="factor" omit.labels="K"
     =omit.stat=c("f","ser") omit.stat="all" omit.summary.stat="sd" omit.table.layout="n"
     omit.yes.no=c("Y","N") order=c("k","w") order=c(2,1) ord.intercepts=TRUE perl=TRUE report="vc*"
     report="vct*" report="vcs*p" report="vcs" report="vcp*" report=("vc*t") =rownames=FALSE rq.se="x"
     selection.equation=TRUE =single.row=TRUE star.char=c("+","*") star.cutoffs=c(0.05,0.01,0.001)
     star.cutoffs=NA star.cutoffs=c(.1,.05) star.char="a" =suppress.errors=TRUE table.layout="-d#-t"
     =table.placement="H" zero.component=FALSE summary.logical=TRUE summary.stat="n" nobs=TRUE mean.sd=TRUE
     min.max=TRUE median=TRUE iqr=TRUE`],
  ['fixest', 'etable(m1, m2, ?)',
    `vcov="hetero" vcov=~id vcov="iid" stage=1 agg="x" se="hetero" ssc=ssc(adj=F) cluster=~id cluster="id"
     .vcov=v tex=TRUE =view=TRUE title="T" notes="N" =label="x" group=list(a="w") extralines=list(a="b")
     extralines=list("_FE"=c("Y","N")) headers=c("A","B") headers=list(A=2) keep="w" keep="%w" drop="k"
     drop="!w" order="k" order="!w" coefstat="tstat" coefstat="confint" =coefstat="se" ci=0.9 digits=3
     digits="r2" digits="s3" digits.stats=2 digits.stats="r3" =depvar=FALSE =se.below=TRUE =se.below=FALSE
     se.row=FALSE =style.tex=x =style.df=x dict=c(w="Wage") =fitstat=~n+r2 fitstat=~n+ar2+f
     =fitstat=c("n","r2") fitstat=NA fitstat=~ivf signif.code=c("***"=.01,"**"=.05) signif.code=NA
     signif.code="letters" signif.code=c("*"=.05) fixef.group=TRUE fixef_sizes=TRUE fixef_sizes.simplify=T
     drop.section="fixef" =interaction.combine="x" interaction.order="x" =i.equal="=" =placement="H"
     =replace=TRUE file="t.tex" =export="t.png" =float=TRUE =markdown=T poly_dict=x postprocess.tex=x
     postprocess.df=x convergence=T family=F subtitles=c("a","b") keepFactors=T powerBelow=2 =adjustbox=T
     =fontsize="small" =arraystretch=1 =tpt=T interaction=x =page.width="fit" =div.class="x" =meta=T
     order=c("k","w") model.tests=T highlight=x coef.style=x highlight="w" =coef.just="." coefficients=x
     slopes=x =tabular="X"`],
  ['r', 'screenreg(list(m1, m2), ?)',
    `custom.model.names=c("A","B") custom.coef.names=c("I","W","K") custom.coef.map=list("w"="Wage")
     custom.gof.names=c("a") custom.gof.rows=list("FE"=c("Y","N")) digits=3 =leading.zero=FALSE
     star.symbol="a" symbol="." stars=c(.01,.05) stars=numeric(0) stars=c(0.001,0.01,0.05,0.1)
     custom.header=list("A"=1:2) custom.note="N" override.coef=list(a) override.se=list(a)
     override.pvalues=list(a) override.ci=list(a) omit.coef="k" omit.coef="Intercept" reorder.coef=c(2,1,3)
     reorder.gof=c(1) ci.force=TRUE ci.force.level=0.9 ci.test=0 groups=list("a"=1) caption="T"
     =caption.above=TRUE =label="x" =booktabs=T =dcolumn=T =siunitx=T =file="a.tex" =single.row=TRUE
     include.rsquared=FALSE include.adjrs=FALSE include.nobs=FALSE =include.rmse=FALSE
     include.fstatistic=TRUE =no.margin=T bold=.05 =table=F =sideways=T =longtable=T =use.packages=F
     =scalebox=1 =fontsize="x" =float.pos="h" custom.columns=list("a"=1) custom.col.pos=2 =column.spacing=2
     =outer.rule="=" =inner.rule="-" =center=T stars=NULL`],
  ['python', 'summary_col([m1, m2], ?)',
    `float_format="%.2f" =float_format="%0.4f" model_names=["A","B"] stars=True =stars=False info_dict=d
     regressor_order=["k","w"] drop_omitted=True regressor_order=["k"],drop_omitted=True include_r2=False
     fixed_effects=["id"] fe_present="Y" fe_absent="N"`],
  ['python', 'compare({"A": m1, "B": m2}, ?)',
    `precision="std_errors" =precision="tstats" precision="pvalues" stars=True`],
  ['python', 'pf.etable([m1, m2], ?)',
    `=type="tex" signif_code=[0.01,0.05,0.1] signif_code=None _(t)" custom_stats=d keep="w" keep=["w"]
     drop=["k"] exact_match=True labels={"w":"Wage"} =cat_template="x" show_fe=False show_se_type=False
     felabels={"id":"Id"} fe_present="Y" fe_absent="N" notes="N" model_heads=["A","B"] =head_order="dh"
     caption="T" =tab_label="x" digits=2 model_stats=["N","r2"] show_se=False`],
];

test.each(cases)('%s: %s', (language, command, options) => {
  const plain = tableOf(language, command.replace(/,? ?\?/, ''));
  const silent = options.split(/\s+/).filter((given) => {
    const option = given.replace(/^=/, '');
    const words = option.replace(/_(?!r_|r\d|acetime|cons)/g, ' ').replace(/(?<=_r) /g, '_');
    const text = language === 'stata' ? words : option;
    const { table, said } = tableOf(
      language,
      command.replace('?', () => text),
    );
    const [, name = ''] = /^\.?([\w.]+)/.exec(text)!;
    const isTranslated = JSON.stringify(table) !== JSON.stringify(plain.table);
    const isNamed =
      said !== plain.said && new RegExp(`\\b${name}\\b|by position|statistic`).test(said);
    return isNamed || isTranslated ? false : !given.startsWith('=');
  });
  expect(silent).toEqual([]);
});

test.each<readonly [Language, command: string, keys: Readonly<Record<string, unknown>>]>([
  [
    'stata',
    'estout m1, cells(b(star) se)',
    { below: ['stdError'], stars: { '***': 0.001, '**': 0.01, '*': 0.05 } },
  ],
  [
    'stata',
    'esttab m1, cells("b(fmt(2)) p(fmt(4))")',
    { below: ['p'], stars: false, digits: { estimate: 2, error: 4, stats: 3 } },
  ],
  ['stata', 'esttab m1, nonotes', { notes: [] }],
  [
    'stata',
    'esttab m1, stats(N r2, fmt(0 4) labels("Obs." "R2"))',
    {
      stats: ['nobs', 'rsquared'],
      labels: { nobs: 'Obs.', rsquared: 'R2' },
      digits: { estimate: 3, error: 3, stats: 3, rows: { rsquared: 4 } },
    },
  ],
  [
    'stata',
    'etable, estimates(m1) showstars mstat(N) mstat(r2_a, label(Fit))',
    {
      stars: { '**': 0.01, '*': 0.05 },
      stats: ['nobs', 'rsquaredAdj'],
      labels: { rsquaredAdj: 'Fit' },
    },
  ],
  [
    'stata',
    'outreg2 [m1] using t, alpha(0.001, 0.01, 0.05) symbol(c, b, a) tstat tdec(2)',
    {
      stars: { c: 0.001, b: 0.01, a: 0.05 },
      below: ['t'],
      digits: { estimate: 3, error: 2, stats: 3 },
    },
  ],
  [
    'r',
    'screenreg(m1, stars = c(0.001, 0.01, 0.05, 0.1))',
    { stars: { '***': 0.001, '**': 0.01, '*': 0.05, '.': 0.1 }, digits: 2 },
  ],
  [
    'r',
    'stargazer(m1, star.cutoffs = c(0.05, 0.01), star.char = c("+", "++"), report = "vctp*")',
    { stars: { '++': 0.01, '+': 0.05 }, below: ['t', 'p'] },
  ],
  [
    'r',
    'modelsummary(m1, statistic = c("conf.int", "p = {p.value}"))',
    { cells: ['{estimate}{stars}', '[{low}, {high}]', 'p = {p}'] },
  ],
  [
    'r',
    'modelsummary(m1, gof_omit = "Adj|Num", coef_map = c("k" = "K", "w" = "W"))',
    { stats: ['rsquared'], keep: ['k', 'w'], labels: { k: 'K', w: 'W' } },
  ],
  [
    'fixest',
    'etable(m1, m2, digits = "r2", file = "t.tex")',
    {
      stars: { '***': 0.01, '**': 0.05, '*': 0.1 },
      digits: { estimate: 2, error: 2, stats: { significant: 5 } },
    },
  ],
  [
    'python',
    'summary_col([m1], stars=True, regressor_order=["k"])',
    { keep: ['k', '/./'], digits: 4, stars: { '***': 0.01, '**': 0.05, '*': 0.1 } },
  ],
])('%s: %s', (language, command, keys) => {
  expect(tableOf(language, command).table).toMatchObject(keys);
});
