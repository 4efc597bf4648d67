package io.github.temporalgateway.batch;

/**
 * How far a batch is. Temporal counts now and then, and at the latest when the batch ends.
 *
 * @param total how many executions it is about
 * @param completed with how many it is done; an execution that is not there any more counts too
 * @param failed with how many it failed
 * @param percent share of those that it has dealt with, from 0 to 100
 */
record BatchProgress(long total, long completed, long failed, int percent) {

  private static final int ALL = 100;

  /**
   * Works out the share.
   *
   * @param ended whether there is nothing more to come, which is all of nothing
   */
  static BatchProgress of(long total, long completed, long failed, boolean ended) {
    long percent =
        total == 0 ? (ended ? ALL : 0) : Math.min(ALL, (completed + failed) * ALL / total);
    return new BatchProgress(total, completed, failed, (int) percent);
  }
}
