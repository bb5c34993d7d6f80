// SPDX-License-Identifier: MIT
#include "io/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <istream>

namespace breakeven::io {

// Closes a descriptor at the end of its scope.
struct FileDescriptor {
  int number = -1;
  explicit FileDescriptor(int opened) : number(opened) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor() { close(); }
  bool close() {
    const int open_number = number;
    number = -1;
    return open_number < 0 || ::close(open_number) == 0;
  }
};

namespace {

Diagnostic file_problem(std::string_view code, const std::string& what, const std::string& path) {
  return {.code = code, .message = what, .location = Location{.file = printable(path)}};
}

std::string shown(const std::string& path) { return path.empty() ? "''" : printable(path); }

std::string system_message() { return std::strerror(errno); }

std::string too_large() { return "larger than 64 MiB"; }

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The file that links lead to, whether it exists or not; the path itself if that cannot be resolved.
std::string target_of(const std::string& path) {
  constexpr int most_links = 40;
  std::error_code failed;
  std::filesystem::path target = path;
  for (int links = 0; links < most_links && std::filesystem::is_symlink(target, failed); ++links) {
    if (std::filesystem::exists(target, failed)) break;
    target = target.parent_path() / std::filesystem::read_symlink(target, failed);
    if (failed) return path;
  }
  target = std::filesystem::weakly_canonical(target, failed);
  return failed || target.empty() ? path : target.string();
}

// The open descriptor that a name such as /dev/stdout denotes. Reopening it would write from its beginning.
std::optional<int> descriptor_of(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    int number = 0;
    if (!path.starts_with(folder)) continue;
    const char* end = path.data() + path.size();
    const auto [rest, error] = std::from_chars(path.data() + folder.size(), end, number);
    if (error == std::errc() && rest == end) return number;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Text> read_file(const std::string& path, Diagnostics& problems) {
  const auto fail = [&](const std::string& what) {
    problems.push_back(file_problem("BE-S010", "cannot read " + shown(path) + ": " + what, path));
    return std::nullopt;
  };
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number < 0) return fail(system_message());
  struct stat status {};
  if (::fstat(file.number, &status) != 0) return fail(system_message());
  if (S_ISDIR(status.st_mode)) return fail("it is a directory");
  if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > largest_file) return fail(too_large());
  Text text{.name = path, .content = {}};
  std::size_t size = 0;
  text.content.resize(S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 65536);
  for (;;) {
    if (size > largest_file) return fail(too_large());
    if (size == text.content.size()) text.content.resize(size * 2);
    const ssize_t got =
        ::read(file.number, text.content.data() + size, std::min(text.content.size() - size, largest_file + 1));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(system_message());
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  text.content.resize(size);
  return text;
}

std::optional<Text> read_stream(std::istream& stream, Diagnostics& problems) {
  Text text{.name = "<stdin>", .content = {}};
  std::string chunk(65536, '\0');
  while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || stream.gcount() > 0) {
    text.content.append(chunk, 0, static_cast<std::size_t>(stream.gcount()));
    if (text.content.size() <= largest_file) continue;
    problems.push_back(file_problem("BE-S010", "cannot read standard input: " + too_large(), text.name));
    return std::nullopt;
  }
  return text;
}

struct OutputFile::State {
  std::string path;
  std::string temporary;  // empty if the file is written directly
  FileDescriptor file{-1};
  int error = 0;  // of the first failed write
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_(std::move(state)) {}

OutputFile::~OutputFile() {
  if (state_->file.number >= 0 && !state_->temporary.empty()) ::unlink(state_->temporary.c_str());
}

std::unique_ptr<OutputFile> OutputFile::open(const std::string& path, Diagnostics& problems) {
  auto state = std::make_unique<State>();
  const auto fail = [&](const std::string& what) {
    problems.push_back(file_problem("BE-O001", "cannot write " + shown(path) + ": " + what, path));
    return nullptr;
  };
  if (path.empty()) return fail("the file's name is empty");
  if (const auto descriptor = descriptor_of(path)) {
    state->path = path;
    state->file.number = ::fcntl(*descriptor, F_DUPFD_CLOEXEC, 0);
    if (state->file.number < 0) return fail(system_message());
    return std::unique_ptr<OutputFile>(new OutputFile(std::move(state)));
  }
  state->path = target_of(path);
  struct stat status {};
  const bool exists = ::stat(state->path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return fail(system_message());
  if (exists && S_ISDIR(status.st_mode)) return fail("it is a directory");
  constexpr int flags = O_WRONLY | O_CLOEXEC;
  if (exists && !S_ISREG(status.st_mode)) {
    state->file.number = ::open(state->path.c_str(), flags);
  } else {
    if (exists && ::access(state->path.c_str(), W_OK) != 0) return fail(system_message());
    state->temporary = state->path + ".XXXXXX";
    state->file.number = ::mkostemp(state->temporary.data(), O_CLOEXEC);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (state->file.number >= 0) ::fchmod(state->file.number, exists ? status.st_mode & 07777U : 0666U & ~mask);
  }
  if (state->file.number < 0) return fail(system_message());
  return std::unique_ptr<OutputFile>(new OutputFile(std::move(state)));
}

void OutputFile::write(std::string_view piece) {
  if (state_->error == 0 && !write_all(state_->file.number, piece)) state_->error = errno;
}

bool OutputFile::commit(Diagnostics& problems) {
  const bool closed = state_->error == 0 && state_->file.close();
  const bool renamed =
      closed && (state_->temporary.empty() || ::rename(state_->temporary.c_str(), state_->path.c_str()) == 0);
  if (renamed) return true;
  if (state_->error != 0) errno = state_->error;
  problems.push_back(file_problem(
      "BE-O002", "could not write all of " + printable(state_->path) + ": " + system_message(), state_->path));
  if (!state_->temporary.empty()) ::unlink(state_->temporary.c_str());
  return false;
}

}  // namespace breakeven::io
