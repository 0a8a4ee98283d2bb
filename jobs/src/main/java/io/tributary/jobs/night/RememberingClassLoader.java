package io.tributary.jobs.night;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for a class that does not exist once only.
 *
 * <p>Spark compiles each plan, and its compiler tries every name first as a class of some package:
 * a dozen questions a plan for classes that nobody has, each of which would look into every jar of
 * the class path.
 */
final class RememberingClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  RememberingClassLoader(ClassLoader parent) {
    super(parent);
  }

  /** For this thread and those it starts, so for all of a Spark that it starts. */
  static void use() {
    Thread thread = Thread.currentThread();
    ClassLoader known = thread.getContextClassLoader();
    if (!(known instanceof RememberingClassLoader)) {
      thread.setContextClassLoader(new RememberingClassLoader(known));
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException fault) {
      missing.add(name);
      throw fault;
    }
  }
}
