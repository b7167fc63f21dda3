<?php
// Files are served as they are, everything else goes to WordPress. A file named "fault" in the site makes it fail as sites do.
$root = $_SERVER['DOCUMENT_ROOT'];
$fault = is_file("$root/fault") ? trim(file_get_contents("$root/fault")) : '';
$api = str_contains($_SERVER['REQUEST_URI'], 'wp-json') || str_contains($_SERVER['REQUEST_URI'], 'rest_route');
if ($fault === 'slow' && $api && $_SERVER['REQUEST_METHOD'] === 'POST') { // the answer comes long after the post was saved
    unlink("$root/fault");
    ob_start(function ($said) { sleep(3); return $said; });
} elseif ($fault !== '' && $fault !== 'slow' && $api) {
    [$status, $body] = explode(' ', $fault, 2) + [1 => ''];
    http_response_code((int) $status);
    echo $body;
    return true;
}
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = $root . $path;
if ($path !== '/' && is_file($file)) {
    return false;
}
if ($path !== '/' && is_file("$file/index.php")) {
    $_SERVER['SCRIPT_NAME'] = rtrim($path, '/') . '/index.php';
    chdir($file);
    require "$file/index.php";
    return true;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF'] = '/index.php';
require "$root/index.php";
