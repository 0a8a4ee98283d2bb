package io.tributary.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingClassLoaderTest {
  private final List<String> asked = new ArrayList<>();
  private final ClassLoader loader = new RememberingClassLoader(new Asked());

  /** A parent that writes down what it is asked for. */
  private final class Asked extends ClassLoader {
    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name);
    }
  }

  @Test
  void theParentIsAskedOnceForAClassThatNobodyHas() {
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() -> loader.loadClass("java.lang.GeneratedClass"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessage("java.lang.GeneratedClass");
    }

    assertThat(asked).containsExactly("java.lang.GeneratedClass");
  }

  @Test
  void aSecondSparkOfAThreadUsesTheSame() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(new Asked());
      RememberingClassLoader.use();
      ClassLoader used = thread.getContextClassLoader();

      RememberingClassLoader.use();

      assertThat(used).isInstanceOf(RememberingClassLoader.class);
      assertThat(thread.getContextClassLoader()).isSameAs(used);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aClassIsTheParents() throws ClassNotFoundException {
    assertThat(loader.loadClass(Session.class.getName())).isSameAs(Session.class);
  }
}
