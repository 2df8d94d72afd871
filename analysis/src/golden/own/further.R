# Reference values for what families.R leaves out: missing items in CFA, polychoric correlations all at once, domains and
# empty cells of complex samples, options of tests. Base data of R (facts) and made-up ones.
# Rscript further.R > further.json   (R 4.2.2; lavaan 0.6-14, polycor 0.8-1, survey 4.1-1, car, emmeans, effectsize, pwr)
suppressMessages({library(jsonlite); library(lavaan); library(polycor); library(survey); library(car); library(pwr)})
cases <- list(); data <- list()
use <- function(name, d) { data[[name]] <<- paste(capture.output(write.csv(format(d, digits = 15, trim = TRUE, scientific = FALSE), quote = FALSE, row.names = FALSE, na = '')), collapse = '\n'); data[[name]] <<- gsub('\\bNA\\b', '', data[[name]]); invisible(name) }
flat <- function(x, path = '') { out <- list(); for (k in names(x)) { n <- if (path == '') k else paste0(path, '.', k); v <- x[[k]]; if (is.list(v)) out <- c(out, flat(v, n)) else out[[n]] <- if (is.matrix(v)) list(values = unname(lapply(seq_len(nrow(v)), function(i) as.numeric(v[i, ])))) else if (length(v) == 1) unname(as.numeric(v)) else as.numeric(v) }; out }
A <- function(name, line, exp) cases[[length(cases) + 1]] <<- list(data = name, line = line, exp = flat(exp))
several <- function(...) I(c(...))
rows <- function(t) lapply(seq_len(nrow(t)), function(i) as.numeric(t[i, ]))

# --- CFA with missing items
set.seed(20); n <- 260; f <- rnorm(n); g <- .5 * f + .8 * rnorm(n)
made <- data.frame(grp = rep(1:2, n / 2), a = f + .7 * rnorm(n), b = .8 * f + .7 * rnorm(n), c = -.9 * f + .8 * rt(n, 5), d = g + .7 * rnorm(n), e = .7 * g + .6 * rnorm(n), h = 1.2 * g + rnorm(n))
made[, -1] <- round(made[, -1], 3); for (k in names(made)[-1]) made[[k]][runif(n) < .15] <- NA
made[5, -1] <- NA; use('holes', made)
opt <- list(eval.max = 1e5, iter.max = 1e5)
fiml <- function(model, un, by = NULL) {
  f <- cfa(model, made, std.lv = un, missing = 'fiml', control = opt); r <- cfa(model, made, std.lv = un, missing = 'fiml', estimator = 'MLR', control = opt)
  p <- parameterEstimates(f, standardized = TRUE); q <- parameterEstimates(r)
  o <- list(fit = as.list(fitMeasures(f, c('chisq','df','pvalue','baseline.chisq','baseline.df','cfi','tli','rmsea','rmsea.ci.lower','rmsea.ci.upper','srmr','logl','aic','bic','bic2','npar'))), parameters = unname(as.matrix(p[, c('est','se','z','pvalue','ci.lower','ci.upper','std.lv','std.all')])), mlr = list(se = setNames(as.list(q$se), trimws(paste(q$lhs, q$op, q$rhs))), scaled = as.list(fitMeasures(r, c('chisq.scaled','pvalue.scaled','chisq.scaling.factor','cfi.scaled','rmsea.scaled')))))
  if (!is.null(by)) o$invariance <- unname(sapply(list('', 'loadings', c('loadings','intercepts')), function(e) fitMeasures(cfa(model, made, group = by, group.equal = e, missing = 'fiml', control = opt), c('chisq','df','pvalue','cfi','rmsea','srmr'))))
  o }
two <- 'first =~ a + b + c\nsecond =~ d + e + h'
A('holes', list(method = 'cfa', model = two, missing = 'fiml', invarianceBy = 'grp'), suppressWarnings(fiml(two, FALSE, 'grp')))
A('holes', list(method = 'cfa', model = paste0(two, '\na ~~ d'), missing = 'fiml', scaling = 'unit-variance'), suppressWarnings(fiml(paste0(two, '\na ~~ d'), TRUE)))

# --- polychoric all at once
use('none', data.frame(x = 1:2))
for (t in list(matrix(c(12, 6, 7, 7), 2), matrix(c(1, 2, 12, 8, 4, 0, 2, 1, 2), 3), matrix(c(30, 12, 4, 14, 25, 11, 3, 9, 28), 3))) { m <- polychor(t, ML = TRUE, std.err = TRUE, control = list(reltol = 1e-15, maxit = 5000)); A('none', list(method = 'correlation', kind = 'polychoric', table = rows(t)), c(list(ml.rho = m$rho, ml.se = sqrt(m$var[1, 1]), ml.row_thresholds = m$row.cuts, ml.col_thresholds = m$col.cuts), if (nrow(t) > 2) list(ml.chisq = m$chisq, ml.df = m$df))) }

# --- complex samples
set.seed(21); m <- 150
s <- data.frame(st = sample(c('k','l','m'), m, TRUE), cl = sample(1:30, m, TRUE), y = round(rnorm(m, 50, 9), 2), u = sample(c('p','q','r'), m, TRUE, c(.5, .3, .2)), v = sample(c('no','yes'), m, TRUE), dom = sample(c('in','out'), m, TRUE, c(.6, .4)), w = round(runif(m, 1, 30), 3))
s$v[s$u == 'r'] <- 'no'; s$st[1] <- 'x'; s$st[2] <- 'z'; s$dom[1:2] <- c('in', 'out'); s$w0 <- ifelse(seq_len(m) %% 9 == 0, 0, s$w); s$n <- ifelse(s$st == 'k', sum(s$st == 'k'), 400)
use('sample', s)
both <- function(line, design, exp) A('sample', c(line, design), exp)
for (lonely in c('adjust', 'average', 'remove')) { options(survey.lonely.psu = lonely); d <- subset(svydesign(~1, strata = ~st, weights = ~w, data = s), dom == 'in'); m1 <- svymean(~y, d, deff = TRUE)
  both(list(method = 'survey-mean', variables = several('y')), list(design = list(weight = 'w', strata = 'st'), lonely = lonely, domain = list(variable = 'dom', values = several('in'))), list(mean = list(se = list(as.numeric(SE(m1)))[[1]], deff = as.numeric(deff(m1))), degf = degf(d))) }
options(survey.lonely.psu = 'adjust')
d0 <- svydesign(~1, strata = ~st, weights = ~w0, data = s); m0 <- svymean(~y, d0, deff = TRUE); t0 <- svytotal(~y, d0, deff = TRUE)
zero <- list(design = list(weight = 'w0', strata = 'st'), lonely = 'adjust')
both(list(method = 'survey-mean', variables = several('y')), zero, list(mean = list(est = as.numeric(coef(m0)), se = as.numeric(SE(m0)), deff = as.numeric(deff(m0)))))
both(list(method = 'survey-total', variables = several('y')), zero, list(total_y = list(est = as.numeric(coef(t0)), se = as.numeric(SE(t0)), deff = as.numeric(deff(t0)))))
dc <- svydesign(~cl, weights = ~w, data = s); sub <- subset(dc, dom == 'in')
ch <- function(d) { a <- svychisq(~u + v, d, statistic = 'F'); b <- svychisq(~u + v, d, statistic = 'Chisq'); list(rao_scott_F = list(F = unname(a$statistic), ndf = unname(a$parameter[1]), ddf = unname(a$parameter[2]), p = unname(a$p.value)), rao_scott_1 = list(X2 = unname(b$statistic), p = unname(b$p.value))) }
both(list(method = 'survey-chisq', row = 'u', column = 'v'), list(design = list(weight = 'w', cluster = 'cl')), ch(dc))
both(list(method = 'survey-chisq', row = 'u', column = 'v'), list(design = list(weight = 'w', cluster = 'cl'), domain = list(variable = 'dom', values = several('in'))), ch(sub))
dn <- svydesign(~1, strata = ~st, weights = ~w, fpc = ~n, data = s); q <- svyquantile(~y, dn, c(.1, .5, .8), ci = TRUE)
both(list(method = 'survey-quantile', variables = several('y'), probabilities = c(.1, .5, .8)), list(design = list(weight = 'w', strata = 'st', fpc = 'n'), lonely = 'adjust'), list(quantile_y = as.numeric(coef(q)), quantile_y.ci = unname(confint(q))))

# --- options of tests
tt <- function(h) list(t = unname(h$statistic), df = unname(h$parameter), p = h$p.value, ci95 = as.numeric(h$conf.int), stderr = h$stderr)
use('mtcars', mtcars); x <- mtcars$mpg[mtcars$am == 1]; y <- mtcars$mpg[mtcars$am == 0]; groups <- c(1, 0)
for (level in c(.8, .9, .99)) { A('mtcars', list(method = 't-test', variable = 'mpg', by = 'am', groups = groups, confidence = level), list(student = tt(t.test(x, y, var.equal = TRUE, conf.level = level)))); A('mtcars', list(method = 'welch-t', variable = 'mpg', by = 'am', groups = groups, confidence = level), list(welch = tt(t.test(x, y, conf.level = level)))) }
A('mtcars', list(method = 't-test', variable = 'mpg', mu = 19), c(tt(t.test(mtcars$mpg, mu = 19)), list(p_less = t.test(mtcars$mpg, mu = 19, alternative = 'less')$p.value, p_greater = t.test(mtcars$mpg, mu = 19, alternative = 'greater')$p.value)))
A('mtcars', list(method = 't-test', variable = 'mpg', by = 'am', groups = groups), list(student_less = t.test(x, y, var.equal = TRUE, alternative = 'less')$p.value, student_greater = t.test(x, y, var.equal = TRUE, alternative = 'greater')$p.value))
for (equal in c(TRUE, FALSE)) A('mtcars', list(method = 'tost', variable = 'mpg', by = 'am', groups = groups, bound = 9, variances = if (equal) 'equal' else 'unequal'), list(p_lower = t.test(x, y, mu = -9, alternative = 'greater', var.equal = equal)$p.value, p_upper = t.test(x, y, mu = 9, alternative = 'less', var.equal = equal)$p.value, ci90 = t.test(x, y, conf.level = .9, var.equal = equal)$conf.int))
use('sprays', InsectSprays); for (how in c('hochberg', 'hommel', 'BY')) A('sprays', list(method = 'posthoc', variable = 'count', by = 'spray', adjust = several(how)), setNames(list(unname(pairwise.t.test(InsectSprays$count, InsectSprays$spray, p.adjust.method = how)$p.value), unname(pairwise.t.test(InsectSprays$count, InsectSprays$spray, pool.sd = FALSE, p.adjust.method = how)$p.value)), paste0(c('pairwise_t_', 'pairwise_welch_'), tolower(how))))
wb <- warpbreaks[-c(1, 2, 3, 20, 30, 31, 50), ]; use('warp', wb); op <- options(contrasts = c('contr.sum', 'contr.poly')); l <- lm(breaks ~ wool * tension, wb); k <- c('Sum Sq', 'Df', 'F value', 'Pr(>F)')
A('warp', list(method = 'two-way-anova', variable = 'breaks', factors = c('wool', 'tension')), list(type1 = unname(as.matrix(anova(l)[1:3, k])), type2 = unname(as.matrix(Anova(l, type = 2)[1:3, k])), type3 = unname(as.matrix(Anova(l, type = 3)[2:4, k])))); options(op)
binary <- function() round(rnorm(50) * 16) / 16; far <- data.frame(a = binary(), b = binary(), c = binary()); r <- cor(resid(lm(a ~ c, far)), resid(lm(b ~ c, far))); t <- r * sqrt(47 / (1 - r^2)); use('far', far + 2^26)
A('far', list(method = 'correlation', kind = 'partial', variables = c('a', 'b'), controlling = several('c')), list(partial = r, t = t, p = 2 * pt(-abs(t), 47)))
big <- matrix(c(100000, 200000, 300000, 500000), 2); h <- chisq.test(big, correct = FALSE); A('none', list(method = 'crosstab', table = rows(big)), list(chi2 = unname(h$statistic), p = h$p.value, fisher_less = fisher.test(big, alternative = 'less')$p.value))
for (one in list(c(.2, .05), c(.5, .01))) { A('none', list(method = 'power', test = 't-two', d = one[1], n = 25, alpha = one[2], sides = 'one'), list(power = pwr.t.test(d = one[1], n = 25, sig.level = one[2], alternative = 'greater')$power)); A('none', list(method = 'power', test = 'proportions-unequal', h = one[1], n = 30, n2 = 90, alpha = one[2]), list(power = pwr.2p2n.test(h = one[1], n1 = 30, n2 = 90, sig.level = one[2])$power)); A('none', list(method = 'power', test = 'correlation', r = one[1], n = 60, alpha = one[2], sides = 'one'), list(power = pwr.r.test(r = one[1], n = 60, sig.level = one[2], alternative = 'greater')$power)) }

cat(toJSON(list(data = data, cases = cases), auto_unbox = TRUE, digits = I(17), na = 'null'), '\n')
