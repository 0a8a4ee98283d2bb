package io.tributary.lake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Spark's work beside other work, on threads of its own. In Java's common pool it would keep Hadoop
 * waiting, which sums up in that pool what each file took to write: of two cores the pool has one
 * thread, and a run in which that one waits for Spark, and Spark for Hadoop, never ends.
 */
final class Aside {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "aside");
            thread.setDaemon(true);
            return thread;
          });

  private Aside() {}

  static <T> CompletableFuture<T> supply(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, THREADS);
  }

  /** Does all of the work and waits for it; what one throws is thrown once all have ended. */
  static void all(List<Runnable> work) {
    CompletableFuture<?>[] done =
        work.stream()
            .map(one -> CompletableFuture.runAsync(one, THREADS))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(done).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
