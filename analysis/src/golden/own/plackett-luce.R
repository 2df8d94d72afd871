# Reference values for plackett-luce: rankings as an exploded logit, that is Cox's partial likelihood in strata of one respondent.
# Rscript plackett-luce.R > plackett-luce.json   (survival 3.5.3)
suppressMessages({library(survival); library(jsonlite)})
one <- function(seed, n, items, top, uneven) {
  set.seed(seed)
  worth <- exp(rnorm(items, 0, .8))
  ranks <- matrix(NA_real_, n, items)
  for (i in 1:n) {
    k <- if (length(top) == 1) top else sample(top, 1)
    order <- sample(items, k, prob = worth)
    ranks[i, order] <- 1:k
  }
  w <- if (uneven) round(exp(rnorm(n, 0, .6)), 3) else rep(1, n)
  long <- do.call(rbind, lapply(1:n, function(i) {
    k <- sum(!is.na(ranks[i, ]))
    data.frame(id = i, item = factor(1:items, levels = 1:items), w = w[i],
               time = ifelse(is.na(ranks[i, ]), k + 1, ranks[i, ]), status = as.numeric(!is.na(ranks[i, ])))
  }))
  fit <- if (uneven) coxph(Surv(time, status) ~ item + strata(id), long, weights = w, cluster = id, ties = 'breslow', eps = 1e-14, iter.max = 100)
         else coxph(Surv(time, status) ~ item + strata(id), long, ties = 'breslow', eps = 1e-14, iter.max = 100)
  b <- c(0, coef(fit)); C <- diag(items)[, -1] - 1 / items
  list(ranks = ranks, weights = w, log_worth = as.numeric(b - mean(b)), worth = as.numeric(exp(b) / sum(exp(b))),
       se = as.numeric(sqrt(diag(C %*% vcov(fit) %*% t(C)))), log_likelihood = fit$loglik[2] + sum(w * rowSums(!is.na(ranks)) * log(w)))  # coxph writes weights into the risk sets, too
}
cat(toJSON(list(full = one(1, 60, 4, 4, FALSE), top_three = one(2, 150, 7, 3, FALSE),
                mixed = one(3, 120, 6, c(1, 2, 3, 6), FALSE), weighted = one(4, 150, 7, 3, TRUE)),
           digits = 17, auto_unbox = TRUE, na = 'null'))
