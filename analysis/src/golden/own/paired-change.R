# Reference values for paired-change: R's boot, t.test and wilcox.test on invented pairs. Rscript paired-change.R > paired-change.json
library(boot)
number <- function(x) paste0(ifelse(is.finite(x), sprintf('%.17g', x), 'null'), collapse = ', ')
list_of <- function(x) paste0('[', number(x), ']')
cases <- list(
  ties = list(pre = c(3, 5, 4, 2, 6, 7, 3, 4, 5, 1, 2, 8, 4, 3, 5, 6, 2, 4, 3, 5, 7, 4, 2, 3, 6, 5),
              post = c(5, 5, 6, 4, 9, 7, 6, 3, 8, 5, 4, 9, 7, 6, 5, 8, 6, 4, 7, 9, 8, 7, 5, 6, 8, 9)),
  skewed = list(pre = c(0, 0, 12.5, 20, 0, 8, 0, 30, 15, 0, 0, 10.5),
                post = c(0, 20, 15, 20, 0, 38.5, 10, 30, 20, 0, 5, 10)),
  hardly = list(pre = c(62.5, 50, 43.75, 75, 56.25, 31.25, 68.75), post = c(62.5, 56.25, 37.5, 81.25, 50, 37.5, 75))
)
blocks <- sapply(names(cases), function(name) {
  pre <- cases[[name]]$pre; post <- cases[[name]]$post; d <- post - pre
  set.seed(7)
  b <- boot(d, function(x, i) mean(x[i]), 1999)
  ci <- boot.ci(b, type = c('bca', 'perc'))
  t <- t.test(post, pre, paired = TRUE)
  sprintf('  "%s": {"pre": %s, "post": %s,\n    "expected": {"n": %d, "change": %s, "sd_change": %s, "ci95_bca": %s, "ci95_percentile": %s, "boot_se": %s, "boot_bias": %s, "paired.t": %s, "paired.p": %s, "paired.ci95": %s, "median_change": %s, "detectable_d": %s, "counts.higher": %d, "counts.same": %d, "counts.lower": %d, "sign_test_p": %s}}',
    name, list_of(pre), list_of(post), length(d), number(mean(d)), number(sd(d)), list_of(ci$bca[4:5]), list_of(ci$percent[4:5]),
    number(sd(b$t[, 1])), number(mean(b$t[, 1]) - b$t0), number(t$statistic), number(t$p.value), list_of(t$conf.int), number(median(d)),
    number(uniroot(function(x) power.t.test(n = length(d), delta = x, sd = 1, type = 'paired', strict = TRUE)$power - 0.8, c(0.1, 5), tol = 1e-12)$root),
    sum(d > 0), sum(d == 0), sum(d < 0), number(binom.test(sum(d > 0), sum(d != 0))$p.value))
})
cat('{\n', paste(blocks, collapse = ',\n'), '\n}\n', sep = '')
