package io.github.temporalgateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A folder as Kubernetes mounts a Secret: each file is a link into {@code ..data}, which is a link
 * to the folder of the current version and is replaced in one step.
 */
public final class MountedSecret {

  private final Path folder;
  private int version;

  /** Mounts a first version. */
  public MountedSecret(Path folder, Map<String, Path> files) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      replace(files);
      for (String name : files.keySet()) {
        Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces all files at once. */
  public void replace(Map<String, Path> files) {
    version++;
    try {
      Path next = Files.createDirectory(folder.resolve("..version-" + version));
      for (Map.Entry<String, Path> file : files.entrySet()) {
        Files.copy(file.getValue(), next.resolve(file.getKey()));
      }
      Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), next.getFileName());
      Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of it, whatever the version. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
