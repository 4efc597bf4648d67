package io.github.temporalgateway.web.lines;

import io.github.temporalgateway.problem.Problem;

/**
 * The last line of a stream that could not be finished.
 *
 * @param problem what has happened
 */
record ProblemLine(Problem problem) {}
